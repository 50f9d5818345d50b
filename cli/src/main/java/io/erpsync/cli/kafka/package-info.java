/**
 * Reads topics to their present end, and puts requests on them. Entry types {@link
 * io.erpsync.cli.kafka.Cluster}, {@link io.erpsync.cli.kafka.TopicReader} and {@link
 * io.erpsync.cli.kafka.RequestSender}. Must not know how anything is printed.
 */
@NullMarked
package io.erpsync.cli.kafka;

import org.jspecify.annotations.NullMarked;

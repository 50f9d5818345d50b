/**
 * A poller's side of the topics: which connections this replica owns, how far they were read, and
 * one short transaction for each page. Entry types {@link io.erpsync.polling.kafka.Membership},
 * {@link io.erpsync.polling.kafka.Publisher} and {@link io.erpsync.polling.kafka.CursorReader}. It
 * must know no outside system and no HTTP.
 */
@NullMarked
package io.erpsync.polling.kafka;

import org.jspecify.annotations.NullMarked;

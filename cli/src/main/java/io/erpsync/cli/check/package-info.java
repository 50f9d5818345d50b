/**
 * Says of one connection whether it would work, by reading only. Entry type {@link
 * io.erpsync.cli.check.ConnectionCheck}. Must not write to any system, nor know Kafka.
 */
@NullMarked
package io.erpsync.cli.check;

import org.jspecify.annotations.NullMarked;

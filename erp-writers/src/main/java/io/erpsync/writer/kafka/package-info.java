/**
 * Commands in, results out: takes commands from the target's topic, hands them to an {@link
 * io.erpsync.writer.execute.Executor} and sends results together with the offsets that they answer.
 * Entry type {@link io.erpsync.writer.kafka.WriterLoop}. It must know no HTTP and no target.
 */
@NullMarked
package io.erpsync.writer.kafka;

import org.jspecify.annotations.NullMarked;

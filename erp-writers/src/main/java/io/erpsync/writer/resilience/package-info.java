/**
 * Keeps a target that does not answer from taking the writer with it: a circuit breaker for each
 * connection, and a deadline for each command. Entry types {@link
 * io.erpsync.writer.resilience.Breakers} and {@link io.erpsync.writer.resilience.CommandDeadline}.
 * Nothing is tried again here: that is the engine's. It must know no topic.
 */
@NullMarked
package io.erpsync.writer.resilience;

import org.jspecify.annotations.NullMarked;

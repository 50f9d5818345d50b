/**
 * Works through the connections that this replica owns: asks the plan what is next, asks the
 * outside system, and hands what was seen to the publisher. Entry types {@link
 * io.erpsync.polling.run.PollerProcess}, {@link io.erpsync.polling.run.PolledSide} and {@link
 * io.erpsync.polling.run.StatusBoard}. It must know no message and no HTTP.
 */
@NullMarked
package io.erpsync.polling.run;

import org.jspecify.annotations.NullMarked;

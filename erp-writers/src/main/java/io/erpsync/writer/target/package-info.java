/**
 * The target of this deployment: its open connections, the gates in front of them, and one command
 * from the last look at the matrix to its answer. Entry type {@link
 * io.erpsync.writer.target.TargetExecutor}. It must know no topic.
 */
@NullMarked
package io.erpsync.writer.target;

import org.jspecify.annotations.NullMarked;

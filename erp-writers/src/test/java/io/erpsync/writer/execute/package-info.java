/** Tests of what a writer decides; examples in {@link io.erpsync.writer.execute.Examples}. */
@NullMarked
package io.erpsync.writer.execute;

import org.jspecify.annotations.NullMarked;

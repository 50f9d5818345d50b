/** Tests of the whole writer; broker and registry in {@link io.erpsync.writer.World}. */
@NullMarked
package io.erpsync.writer;

import org.jspecify.annotations.NullMarked;

/**
 * The writer of one target as a service. Entry type {@link
 * io.erpsync.writer.ErpWritersApplication}.
 */
@NullMarked
package io.erpsync.writer;

import org.jspecify.annotations.NullMarked;

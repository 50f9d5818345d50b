/**
 * What a writer decides: which command may start, whether it was perhaps attempted before, whether
 * its direction is still open, which offsets are answered. Entry types {@link
 * io.erpsync.writer.execute.Lanes}, {@link io.erpsync.writer.execute.PartitionBook}, {@link
 * io.erpsync.writer.execute.Attempt} and {@link io.erpsync.writer.execute.Clearance}. Pure: it must
 * know no broker, no clock and no HTTP.
 */
@NullMarked
package io.erpsync.writer.execute;

import org.jspecify.annotations.NullMarked;

/**
 * Field to field: what a value of one side is on the other, which fields differ, and which side's
 * value wins. Entry types {@link io.erpsync.sync.core.mapping.FieldMapping} and {@link
 * io.erpsync.sync.core.mapping.Merge}. Pure: it must know no status.
 */
@NullMarked
package io.erpsync.sync.core.mapping;

import org.jspecify.annotations.NullMarked;

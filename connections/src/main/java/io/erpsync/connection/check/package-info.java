/**
 * Holds the mapping of a connection against the fields that both sides really have. Entry type
 * {@link io.erpsync.connection.check.MappingCheck}. Pure: it is given the catalogues and must know
 * no file, no topic and no outside system.
 */
@NullMarked
package io.erpsync.connection.check;

import org.jspecify.annotations.NullMarked;

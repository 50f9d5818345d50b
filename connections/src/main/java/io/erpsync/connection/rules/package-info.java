/**
 * What one connection is set to do: who may create and update what, which field goes where, and how
 * either side is reached. Entry type {@link io.erpsync.connection.rules.Connection}. Pure: it must
 * know no file, no topic and no outside system.
 */
@NullMarked
package io.erpsync.connection.rules;

import org.jspecify.annotations.NullMarked;

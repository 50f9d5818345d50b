/**
 * Rows and messages as people and programs read them. Entry types {@link io.erpsync.cli.text.Table}
 * and {@link io.erpsync.cli.text.MessageShape}. Must know no broker, no file and no clock.
 */
@NullMarked
package io.erpsync.cli.text;

import org.jspecify.annotations.NullMarked;

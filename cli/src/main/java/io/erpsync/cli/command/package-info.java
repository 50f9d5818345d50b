/**
 * The commands as they are typed. Entry type {@link io.erpsync.cli.command.CommandTree}. They read
 * arguments and choose what is printed; the work is done elsewhere.
 */
@NullMarked
package io.erpsync.cli.command;

import org.jspecify.annotations.NullMarked;

/**
 * What all commands share: options with their defaults, and exit codes. Entry type {@link
 * io.erpsync.cli.settings.GlobalOptions}. Must not know any command.
 */
@NullMarked
package io.erpsync.cli.settings;

import org.jspecify.annotations.NullMarked;

/**
 * The operator's command line. Entry type {@link io.erpsync.cli.Erpsync}. It reads the topics and
 * asks the engine by topic; it keeps nothing and decides nothing.
 */
@NullMarked
package io.erpsync.cli;

import org.jspecify.annotations.NullMarked;

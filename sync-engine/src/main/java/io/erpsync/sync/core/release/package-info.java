/**
 * How many commands of one connection may be under way, and when none may. Entry type {@link
 * io.erpsync.sync.core.release.Gate}. Pure.
 */
@NullMarked
package io.erpsync.sync.core.release;

import org.jspecify.annotations.NullMarked;

/**
 * Fills in the secrets of a connection at the moment they are used. Entry type {@link
 * io.erpsync.connection.secret.AccessResolver}. No type here ever shows a value.
 */
@NullMarked
package io.erpsync.connection.secret;

import org.jspecify.annotations.NullMarked;

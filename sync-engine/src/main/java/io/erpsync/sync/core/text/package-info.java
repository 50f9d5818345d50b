/**
 * What stands on the card when something was not done, in the connection's language. Entry type
 * {@link io.erpsync.sync.core.text.CardText}. Pure.
 */
@NullMarked
package io.erpsync.sync.core.text;

import org.jspecify.annotations.NullMarked;

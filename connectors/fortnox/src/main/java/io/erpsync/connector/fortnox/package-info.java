/**
 * Fortnox behind the ports of {@code io.erpsync.connector}: its REST interface, its tokens and its
 * errors. Entry type {@link io.erpsync.connector.fortnox.FortnoxConnector}; everything else is
 * hidden. It must know no topic and no other connector.
 */
@NullMarked
package io.erpsync.connector.fortnox;

import org.jspecify.annotations.NullMarked;

/**
 * The ports behind which each outside system stands. Entry types {@link
 * io.erpsync.connector.Connector}, which a connector module implements once, and {@link
 * io.erpsync.connector.ConnectedSystem}, one connection to it. Pure: it must know no topic, no
 * framework and no wire format.
 */
@NullMarked
package io.erpsync.connector;

import org.jspecify.annotations.NullMarked;

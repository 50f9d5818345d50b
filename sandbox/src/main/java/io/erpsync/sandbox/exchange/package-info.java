/**
 * One HTTP exchange as plain values, so that a stand-in is a function from request to reply. Entry
 * type {@link io.erpsync.sandbox.exchange.StandIn}. It must not know the server that carries it.
 */
@NullMarked
package io.erpsync.sandbox.exchange;

import org.jspecify.annotations.NullMarked;

/**
 * Fortnox's REST and token interfaces over the model. Entry type {@link
 * io.erpsync.sandbox.fortnox.api.FortnoxStandIn}. It must not know the faults nor the server.
 */
@NullMarked
package io.erpsync.sandbox.fortnox.api;

import org.jspecify.annotations.NullMarked;

/**
 * Lime's REST interface over the store. Entry type {@link io.erpsync.sandbox.lime.api.LimeStandIn}.
 * It must not know the faults nor the server.
 */
@NullMarked
package io.erpsync.sandbox.lime.api;

import org.jspecify.annotations.NullMarked;

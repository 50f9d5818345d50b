/**
 * Records with their past, so that a stale read can be served. Entry type {@link
 * io.erpsync.sandbox.store.Versions}. PURE: it knows neither side.
 */
@NullMarked
package io.erpsync.sandbox.store;

import org.jspecify.annotations.NullMarked;

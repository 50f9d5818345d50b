/**
 * The service that decides what becomes of every change. Entry type {@link
 * io.erpsync.sync.SyncEngineApplication}; the decisions themselves are in {@code core}.
 */
@NullMarked
package io.erpsync.sync;

import org.jspecify.annotations.NullMarked;

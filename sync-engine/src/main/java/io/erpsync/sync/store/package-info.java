/**
 * The engine's memory: typed views of its state stores, one store each. Entry type {@link
 * io.erpsync.sync.store.EngineStores}. It must know no topic and decide nothing.
 */
@NullMarked
package io.erpsync.sync.store;

import org.jspecify.annotations.NullMarked;

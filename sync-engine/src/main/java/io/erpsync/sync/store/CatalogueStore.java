package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Side;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The field catalogues of both sides of each connection, as their pollers published them last. */
public final class CatalogueStore {

    private final KeyValueStore<String, byte[]> store;

    CatalogueStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public @Nullable SystemEntry get(ConnectionName connection, Side side) {
        byte[] bytes = store.get(connection.value() + "|" + side);
        return bytes == null ? null : StateJson.read(bytes, SystemEntry.class);
    }

    public void put(ConnectionName connection, Side side, SystemEntry entry) {
        store.put(connection.value() + "|" + side, StateJson.write(entry));
    }
}

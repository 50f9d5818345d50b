package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Side;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The field catalogues of both sides of each connection, as their pollers published them last, and
 * what was told of a mapping that does not fit them. Read ones are kept at hand: every decision
 * asks for both.
 */
public final class CatalogueStore {

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, SystemEntry> atHand = new HashMap<>();

    CatalogueStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** The same object until another is put. */
    public @Nullable SystemEntry get(ConnectionName connection, Side side) {
        String key = key(connection, side);
        SystemEntry known = atHand.get(key);
        if (known != null) {
            return known;
        }
        byte[] bytes = store.get(key);
        if (bytes == null) {
            return null;
        }
        SystemEntry read = StateJson.read(bytes, SystemEntry.class);
        atHand.put(key, read);
        return read;
    }

    public void put(ConnectionName connection, Side side, SystemEntry entry) {
        store.put(key(connection, side), StateJson.write(entry));
        atHand.put(key(connection, side), entry);
    }

    /** The faults of the mapping that an alert is open for; empty when none is. */
    public String alert(ConnectionName connection) {
        byte[] bytes = store.get(alertKey(connection));
        return bytes == null ? "" : LinkStore.text(bytes);
    }

    public void alert(ConnectionName connection, String faults) {
        store.put(alertKey(connection), faults.isEmpty() ? null : LinkStore.bytes(faults));
    }

    private static String key(ConnectionName connection, Side side) {
        return connection.value() + "|" + side;
    }

    private static String alertKey(ConnectionName connection) {
        return connection.value() + "|mapping-alert";
    }
}

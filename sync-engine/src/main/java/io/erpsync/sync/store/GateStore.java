package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.sync.core.release.Gate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The gate of each connection. They are kept at hand, since one event changes them several times;
 * {@link #write} is called when the event is done with.
 */
public final class GateStore {

    private final KeyValueStore<String, byte[]> store;
    private final Set<ConnectionName> unwritten = new LinkedHashSet<>();
    private @Nullable Map<ConnectionName, Gate> gates;

    GateStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public Gate get(ConnectionName connection) {
        return gates().getOrDefault(connection, Gate.NEW);
    }

    public void put(ConnectionName connection, Gate gate) {
        gates().put(connection, gate);
        unwritten.add(connection);
    }

    /** Every connection that ever had work here. */
    public List<ConnectionName> connections() {
        return List.copyOf(gates().keySet());
    }

    /** Stores what was put since the last call. */
    public void write() {
        for (ConnectionName connection : unwritten) {
            store.put(connection.value(), StateJson.write(get(connection)));
        }
        unwritten.clear();
    }

    private Map<ConnectionName, Gate> gates() {
        Map<ConnectionName, Gate> known = gates;
        if (known == null) {
            known = new HashMap<>();
            try (var rows = store.all()) {
                while (rows.hasNext()) {
                    var row = rows.next();
                    known.put(new ConnectionName(row.key), StateJson.read(row.value, Gate.class));
                }
            }
            gates = known;
        }
        return known;
    }
}

package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.sync.core.release.Gate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** The gate of each connection. */
public final class GateStore {

    private final KeyValueStore<String, byte[]> store;

    GateStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public Gate get(ConnectionName connection) {
        byte[] bytes = store.get(connection.value());
        return bytes == null ? Gate.NEW : StateJson.read(bytes, Gate.class);
    }

    public void put(ConnectionName connection, Gate gate) {
        store.put(connection.value(), StateJson.write(gate));
    }

    /** Every connection that ever had work here. */
    public List<ConnectionName> connections() {
        List<ConnectionName> names = new ArrayList<>();
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> names.add(new ConnectionName(row.key)));
        }
        return names;
    }
}

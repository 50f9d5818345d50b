package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Records of connections that are not known at the moment, of each connection in the order in which
 * they came.
 */
public final class WaitingRoom {

    private final KeyValueStore<String, byte[]> store;
    private @Nullable Set<ConnectionName> present;

    WaitingRoom(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** The connections that records wait for. */
    public List<ConnectionName> connections() {
        return List.copyOf(present());
    }

    public boolean isEmpty() {
        return present().isEmpty();
    }

    public boolean holds(ConnectionName connection) {
        return present().contains(connection);
    }

    /** Behind all that wait for that connection. */
    public void put(ConnectionName connection, byte[] record) {
        store.put(head(connection) + "%019d".formatted(next(connection)), record);
        present().add(connection);
    }

    /** At most {@code most} records, those first that have waited longest, each with its key. */
    public List<KeyValue<String, byte[]>> first(ConnectionName connection, int most) {
        List<KeyValue<String, byte[]>> first = new ArrayList<>();
        try (var rows = store.prefixScan(head(connection), new StringSerializer())) {
            while (rows.hasNext() && first.size() < most) {
                first.add(rows.next());
            }
        }
        return first;
    }

    public void remove(ConnectionName connection, String key) {
        store.delete(key);
        if (first(connection, 1).isEmpty()) {
            present().remove(connection);
        }
    }

    private long next(ConnectionName connection) {
        String head = head(connection);
        try (var rows = store.reverseRange(head, head + "~")) {
            return rows.hasNext()
                    ? Long.parseLong(rows.next().key.substring(head.length())) + 1
                    : 0;
        }
    }

    /** Read once, for it is asked with every record; nearly always there is nobody. */
    private Set<ConnectionName> present() {
        Set<ConnectionName> known = present;
        if (known == null) {
            known = new TreeSet<>(java.util.Comparator.comparing(ConnectionName::value));
            try (var rows = store.all()) {
                while (rows.hasNext()) {
                    String key = rows.next().key;
                    known.add(new ConnectionName(key.substring(0, key.indexOf('|'))));
                }
            }
            present = known;
        }
        return known;
    }

    private static String head(ConnectionName connection) {
        return connection.value() + "|";
    }
}

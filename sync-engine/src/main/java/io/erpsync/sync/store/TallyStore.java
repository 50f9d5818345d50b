package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The tally of each connection; read ones are kept at hand. */
public final class TallyStore {

    private final KeyValueStore<String, byte[]> store;
    private final Map<ConnectionName, Tally> atHand = new HashMap<>();

    TallyStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public Tally get(ConnectionName connection) {
        return atHand.computeIfAbsent(
                connection,
                name -> {
                    byte[] bytes = store.get(name.value());
                    return bytes == null ? Tally.NONE : StateJson.read(bytes, Tally.class);
                });
    }

    /** Counts a link anew that stands otherwise now, or with null as {@code after} is no more. */
    public void moved(
            ConnectionName connection, @Nullable LinkEntry before, @Nullable LinkEntry after) {
        Tally known = get(connection);
        Tally next = known.moved(before, after);
        if (!next.equals(known)) {
            store.put(connection.value(), StateJson.write(next));
            atHand.put(connection, next);
        }
    }
}

package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Which link has a record: each record of either side belongs to one link at most. */
public final class OwnerIndex {

    private final KeyValueStore<String, byte[]> store;

    OwnerIndex(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public @Nullable LinkId owner(ConnectionName connection, RecordReference reference) {
        byte[] bytes = store.get(key(connection, reference));
        return bytes == null ? null : new LinkId(LinkStore.text(bytes));
    }

    /**
     * Moves a link's claim from one record to another; either may be null. A record that another
     * link has is left to it.
     */
    public void claim(
            ConnectionName connection,
            LinkId link,
            @Nullable RecordReference before,
            @Nullable RecordReference after) {
        if (before != null && !before.equals(after) && link.equals(owner(connection, before))) {
            store.delete(key(connection, before));
        }
        if (after != null && owner(connection, after) == null) {
            store.put(key(connection, after), LinkStore.bytes(link.value()));
        }
    }

    /** Frees a record whose link gives it up. */
    public void release(ConnectionName connection, RecordReference reference) {
        store.delete(key(connection, reference));
    }

    private static String key(ConnectionName connection, RecordReference reference) {
        return connection.value() + "|" + reference;
    }
}

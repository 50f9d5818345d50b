package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Side;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Every record of both sides by id and by registration number, as the lists last said. */
public final class DirectoryStore {

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<String, byte[]> store;

    DirectoryStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public @Nullable Listing get(ConnectionName connection, Side side, String id) {
        byte[] bytes = store.get(idKey(connection, side, id));
        return bytes == null ? null : StateJson.read(bytes, Listing.class);
    }

    /**
     * Puts or replaces what is known of a record; it stays a baseline record if it was one, with
     * what was shown of it first.
     */
    public void put(ConnectionName connection, Side side, Listing listing) {
        Listing before = get(connection, side, listing.id());
        Listing first = before == null ? listing : before;
        Listing next =
                new Listing(
                        listing.id(),
                        listing.number(),
                        listing.registration(),
                        listing.name(),
                        first.baseline(),
                        first.shown());
        if (next.equals(before)) {
            return;
        }
        forget(connection, side, before);
        store.put(idKey(connection, side, next.id()), StateJson.write(next));
        if (!next.registration().isEmpty()) {
            store.put(registrationKey(connection, side, next.registration(), next.id()), PRESENT);
        }
    }

    public void remove(ConnectionName connection, Side side, String id) {
        Listing before = get(connection, side, id);
        forget(connection, side, before);
        store.delete(idKey(connection, side, id));
    }

    public List<Listing> byRegistration(ConnectionName connection, Side side, String registration) {
        String prefix = registrationKey(connection, side, registration, "");
        List<Listing> found = new ArrayList<>();
        try (var rows = store.prefixScan(prefix, new StringSerializer())) {
            while (rows.hasNext()) {
                Listing listing = get(connection, side, rows.next().key.substring(prefix.length()));
                if (listing != null) {
                    found.add(listing);
                }
            }
        }
        return found;
    }

    public boolean isLoaded(ConnectionName connection, Side side) {
        return store.get(loadedKey(connection, side)) != null;
    }

    public void loaded(ConnectionName connection, Side side) {
        store.put(loadedKey(connection, side), PRESENT);
    }

    private void forget(ConnectionName connection, Side side, @Nullable Listing listing) {
        if (listing != null && !listing.registration().isEmpty()) {
            store.delete(registrationKey(connection, side, listing.registration(), listing.id()));
        }
    }

    private static String idKey(ConnectionName connection, Side side, String id) {
        return connection.value() + "|" + side + "|id|" + id;
    }

    private static String registrationKey(
            ConnectionName connection, Side side, String registration, String id) {
        return connection.value() + "|" + side + "|registration|" + registration + "|" + id;
    }

    private static String loadedKey(ConnectionName connection, Side side) {
        return connection.value() + "|" + side + "|loaded";
    }
}

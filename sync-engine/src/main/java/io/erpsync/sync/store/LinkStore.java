package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The links by connection and id. */
public final class LinkStore {

    private final KeyValueStore<String, byte[]> store;

    LinkStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    public @Nullable LinkEntry get(ConnectionName connection, LinkId link) {
        byte[] bytes = store.get(key(connection, link));
        return bytes == null ? null : StateJson.read(bytes, LinkEntry.class);
    }

    public void put(LinkEntry entry) {
        store.put(key(entry.link().connection(), entry.link().id()), StateJson.write(entry));
    }

    public void delete(ConnectionName connection, LinkId link) {
        store.delete(key(connection, link));
    }

    /** Calls {@code each} for every link of the connection, in the order of their ids. */
    public void forEach(ConnectionName connection, java.util.function.Consumer<LinkEntry> each) {
        String prefix = connection.value() + "|";
        try (var links =
                store.prefixScan(
                        prefix, new org.apache.kafka.common.serialization.StringSerializer())) {
            links.forEachRemaining(row -> each.accept(StateJson.read(row.value, LinkEntry.class)));
        }
    }

    private static String key(ConnectionName connection, LinkId link) {
        return connection.value() + "|" + link.value();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

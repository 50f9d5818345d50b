package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.Side;
import io.erpsync.model.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Which links wait for their release, in order, and which for a point in time. Both are looked at
 * from their head; nothing is scanned.
 */
public final class Agenda {

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<String, byte[]> queue;
    private final KeyValueStore<String, byte[]> due;

    Agenda(KeyValueStore<String, byte[]> queue, KeyValueStore<String, byte[]> due) {
        this.queue = queue;
        this.due = due;
    }

    /** An entry of the agenda: which link of which connection. */
    public record Entry(ConnectionName connection, LinkId link) {}

    /**
     * Queues a link for {@code target}, behind all of its urgency; the answer is the key to take it
     * out with.
     */
    public String enqueue(Entry entry, Side target, Urgency urgency, long sequence) {
        String key =
                head(entry.connection(), target, urgency)
                        + "%019d".formatted(sequence)
                        + "|"
                        + entry.link().value();
        queue.put(key, PRESENT);
        return key;
    }

    public void dequeue(@Nullable String key) {
        if (key != null) {
            queue.delete(key);
        }
    }

    /**
     * The link that has waited longest for {@code target}, those of urgent work first; null when
     * none waits.
     */
    public @Nullable LinkId next(ConnectionName connection, Side target) {
        LinkId urgent = first(connection, target, Urgency.INTERACTIVE);
        return urgent == null ? first(connection, target, Urgency.BACKGROUND) : urgent;
    }

    private @Nullable LinkId first(ConnectionName connection, Side target, Urgency urgency) {
        try (var rows =
                queue.prefixScan(head(connection, target, urgency), new StringSerializer())) {
            if (!rows.hasNext()) {
                return null;
            }
            String key = rows.next().key;
            return new LinkId(key.substring(key.lastIndexOf('|') + 1));
        }
    }

    private static String head(ConnectionName connection, Side target, Urgency urgency) {
        return connection.value() + "|" + target + "|" + urgency + "|";
    }

    public String remind(Entry entry, Instant at) {
        String key =
                "%019d".formatted(at.toEpochMilli())
                        + "|"
                        + entry.connection().value()
                        + "|"
                        + entry.link().value();
        due.put(key, PRESENT);
        return key;
    }

    public void forget(@Nullable String key) {
        if (key != null) {
            due.delete(key);
        }
    }

    /** At most {@code most} links whose time has come, earliest first. */
    public List<Entry> dueAt(Instant now, int most) {
        List<Entry> entries = new ArrayList<>();
        String end = "%019d".formatted(now.toEpochMilli() + 1);
        try (var rows = due.range(null, end)) {
            while (rows.hasNext() && entries.size() < most) {
                String[] parts = rows.next().key.split("\\|", 3);
                entries.add(new Entry(new ConnectionName(parts[1]), new LinkId(parts[2])));
            }
        }
        return entries;
    }
}

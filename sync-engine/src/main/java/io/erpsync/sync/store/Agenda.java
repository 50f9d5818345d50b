package io.erpsync.sync.store;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.Side;
import io.erpsync.model.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Which links wait for their release, in order, and which for a point in time. Both are looked at
 * from their head; nothing is scanned. A store remembers for long what was deleted from it, and
 * stumbles over all of that at the head of a queue, so it is told where to begin.
 */
public final class Agenda {

    private static final byte[] PRESENT = {1};

    /** Greater than every digit. */
    private static final String BEHIND_ALL = "~";

    private final KeyValueStore<String, byte[]> queue;
    private final KeyValueStore<String, byte[]> due;

    /** By head of a queue, the key below which there is none; absent until it was looked for. */
    private final Map<String, String> queueBegins = new HashMap<>();

    private @Nullable String dueBegins;

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
        String head = head(entry.connection(), target, urgency);
        String key = head + "%019d".formatted(sequence) + "|" + entry.link().value();
        queue.put(key, PRESENT);
        queueBegins.computeIfPresent(head, (_, begin) -> lower(begin, key));
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
        String head = head(connection, target, urgency);
        String begin = queueBegins.getOrDefault(head, head);
        String end = head + BEHIND_ALL;
        if (begin.equals(end)) {
            return null;
        }
        try (var rows = queue.range(begin, end)) {
            if (!rows.hasNext()) {
                queueBegins.put(head, end);
                return null;
            }
            String key = rows.next().key;
            queueBegins.put(head, key);
            return new LinkId(key.substring(key.lastIndexOf('|') + 1));
        }
    }

    private static String lower(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
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
        dueBegins = dueBegins == null ? null : lower(dueBegins, key);
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
        if (dueBegins != null && dueBegins.compareTo(end) >= 0) {
            return entries;
        }
        try (var rows = due.range(dueBegins, end)) {
            dueBegins = rows.hasNext() ? rows.peekNextKey() : end;
            while (rows.hasNext() && entries.size() < most) {
                String[] parts = rows.next().key.split("\\|", 3);
                entries.add(new Entry(new ConnectionName(parts[1]), new LinkId(parts[2])));
            }
        }
        return entries;
    }
}

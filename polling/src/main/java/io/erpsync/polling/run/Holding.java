package io.erpsync.polling.run;

import io.erpsync.model.ConnectionName;
import io.erpsync.polling.kafka.Owner.TakenHint;
import io.erpsync.polling.kafka.Tenure;
import io.erpsync.polling.kafka.UnreadableCursor;
import io.erpsync.polling.plan.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A partition of ours and how far its connections were read; the workers keep that up to date, each
 * its own part of it. All but the cursors is guarded by the process.
 */
final class Holding {

    private final Tenure tenure;
    private final Map<String, Progress> cursors = new ConcurrentHashMap<>();
    private final List<TakenHint> kept = new ArrayList<>();
    private final Map<String, Instant> lost = new HashMap<>();
    private boolean known;

    Holding(Tenure tenure) {
        this.tenure = tenure;
    }

    Tenure tenure() {
        return tenure;
    }

    Map<String, Progress> cursors() {
        return cursors;
    }

    /** Whether the cursors are read, so that its connections may be polled. */
    boolean isKnown() {
        return known;
    }

    /** Keeps a hint that nobody can take yet. */
    void keep(TakenHint hint) {
        kept.add(hint);
    }

    /** Takes out the hints that are kept for that connection. */
    List<TakenHint> take(ConnectionName connection) {
        List<TakenHint> taken =
                kept.stream().filter(hint -> hint.connection().equals(connection)).toList();
        kept.removeAll(taken);
        return taken;
    }

    /** When the newest cursor of that key was written, if it cannot be read; else null. */
    @Nullable Instant lostAt(String key) {
        return lost.get(key);
    }

    /** Begins with these cursors; the hints that came before. */
    List<TakenHint> begin(Map<String, Progress> read, Map<String, UnreadableCursor> unreadable) {
        cursors.putAll(read);
        unreadable.forEach((key, cursor) -> lost.put(key, cursor.writtenAt()));
        known = true;
        List<TakenHint> waited = List.copyOf(kept);
        kept.clear();
        return waited;
    }
}

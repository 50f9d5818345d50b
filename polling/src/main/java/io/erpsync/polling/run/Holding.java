package io.erpsync.polling.run;

import io.erpsync.polling.kafka.Owner.TakenHint;
import io.erpsync.polling.kafka.Tenure;
import io.erpsync.polling.plan.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A partition of ours and how far its connections were read; the workers keep that up to date, each
 * its own part of it. All but the cursors is guarded by the process.
 */
final class Holding {

    private final Tenure tenure;
    private final Map<String, Progress> cursors = new ConcurrentHashMap<>();
    private final List<TakenHint> early = new ArrayList<>();
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

    /** Keeps a hint that came before anybody could take it. */
    void keep(TakenHint hint) {
        early.add(hint);
    }

    /** Begins with these cursors; the hints that came before. */
    List<TakenHint> begin(Map<String, Progress> read) {
        cursors.putAll(read);
        known = true;
        List<TakenHint> waited = List.copyOf(early);
        early.clear();
        return waited;
    }
}

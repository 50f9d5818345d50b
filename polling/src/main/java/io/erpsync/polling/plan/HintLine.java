package io.erpsync.polling.plan;

import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one connection that hints ask to read, each once however many hints name it. What
 * a poll brings as well is turned away when too many wait; a deletion, which no poll shows, never
 * is, and waits for as long as it cannot be read. Not for use by several threads at once.
 */
public final class HintLine {

    /** While fewer than this wait, a person may be waiting; beyond, it is a bulk change. */
    static final int INTERACTIVE = 20;

    /** Beyond this, pages of a feed bring the same records with far fewer requests. */
    static final int LONGEST = 100;

    private final Map<Wanted, Waiting> waiting = new LinkedHashMap<>();

    /** One record to read. */
    public record Wanted(ObjectType type, String id) {}

    /**
     * A record whose turn it is.
     *
     * @param offsets of all hints that named it
     * @param deleted whether one of them said that it is deleted
     * @param failures how often in a row it could not be read
     */
    public record Turn(
            Wanted wanted, Urgency urgency, List<Long> offsets, boolean deleted, int failures) {

        public Turn {
            offsets = List.copyOf(offsets);
        }
    }

    /** The hints of one record; it is not read before {@code from}. */
    private record Waiting(List<Long> offsets, boolean deleted, int failures, Instant from) {

        private static final Waiting NONE = new Waiting(List.of(), false, 0, Instant.MIN);

        Waiting with(List<Long> more, boolean alsoDeleted) {
            List<Long> all = new ArrayList<>(offsets);
            all.addAll(more);
            return new Waiting(List.copyOf(all), deleted || alsoDeleted, failures, from);
        }
    }

    /** False when the line is full: the caller polls instead. */
    public boolean join(Wanted wanted, long offset, boolean deleted) {
        Waiting before = waiting.getOrDefault(wanted, Waiting.NONE);
        if (before.offsets().isEmpty() && !deleted && waiting.size() >= LONGEST) {
            return false;
        }
        waiting.put(wanted, before.with(List.of(offset), deleted));
        return true;
    }

    /** Puts a record back that could not be read, at the end and for later each time. */
    public void again(Turn turn, Instant now) {
        // A hint that came meanwhile is one more reason to read the same record.
        Waiting since = waiting.remove(turn.wanted());
        int failures = turn.failures() + 1;
        Waiting back =
                new Waiting(
                        turn.offsets(),
                        turn.deleted(),
                        failures,
                        now.plus(Setback.pause(failures)));
        waiting.put(
                turn.wanted(), since == null ? back : back.with(since.offsets(), since.deleted()));
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Takes the first out that may be read; null when there is none. */
    public @Nullable Turn next(Instant now) {
        Urgency urgency = waiting.size() < INTERACTIVE ? Urgency.INTERACTIVE : Urgency.BACKGROUND;
        for (Map.Entry<Wanted, Waiting> entry : waiting.entrySet()) {
            if (!now.isBefore(entry.getValue().from())) {
                Wanted wanted = entry.getKey();
                Waiting first = entry.getValue();
                waiting.remove(wanted);
                return new Turn(
                        wanted, urgency, first.offsets(), first.deleted(), first.failures());
            }
        }
        return null;
    }

    /** Takes all out, whether or not they may be read yet. */
    public List<Turn> drain() {
        List<Turn> all = new ArrayList<>();
        for (Turn turn = next(Instant.MAX); turn != null; turn = next(Instant.MAX)) {
            all.add(turn);
        }
        return all;
    }
}

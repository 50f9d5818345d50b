package io.erpsync.polling.plan;

import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one connection that hints ask to read, each once however many hints name it. Not
 * for use by several threads at once.
 */
public final class HintLine {

    /** While fewer than this wait, a person may be waiting; beyond, it is a bulk change. */
    static final int INTERACTIVE = 20;

    /** Beyond this, pages of a feed bring the same records with far fewer requests. */
    static final int LONGEST = 100;

    private final Map<Wanted, List<Long>> waiting = new LinkedHashMap<>();

    /** One record to read. */
    public record Wanted(ObjectType type, String id) {}

    /**
     * A record whose turn it is.
     *
     * @param offsets of all hints that named it
     */
    public record Turn(Wanted wanted, Urgency urgency, List<Long> offsets) {

        public Turn {
            offsets = List.copyOf(offsets);
        }
    }

    /** False when the line is full: the caller polls instead. */
    public boolean join(Wanted wanted, long offset) {
        List<Long> offsets = waiting.get(wanted);
        if (offsets == null) {
            if (waiting.size() >= LONGEST) {
                return false;
            }
            offsets = new ArrayList<>();
            waiting.put(wanted, offsets);
        }
        offsets.add(offset);
        return true;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Takes the first out; null when none waits. */
    public @Nullable Turn next() {
        if (waiting.isEmpty()) {
            return null;
        }
        Urgency urgency = waiting.size() < INTERACTIVE ? Urgency.INTERACTIVE : Urgency.BACKGROUND;
        Map.Entry<Wanted, List<Long>> first = waiting.entrySet().iterator().next();
        waiting.remove(first.getKey());
        return new Turn(first.getKey(), urgency, first.getValue());
    }
}

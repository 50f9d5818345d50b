package io.erpsync.connector.limit;

import io.erpsync.model.Urgency;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is let through next: interactive before background, and within either the lanes in turn, so
 * that a lane with a long queue takes no more turns than one with a single request. Within a lane
 * first come, first served. Not for use by several threads at once.
 */
final class WaitingLine<T> {

    private final Map<Urgency, Map<String, Deque<T>>> lanes = new EnumMap<>(Urgency.class);

    WaitingLine() {
        lanes.put(Urgency.INTERACTIVE, new LinkedHashMap<>());
        lanes.put(Urgency.BACKGROUND, new LinkedHashMap<>());
    }

    void join(String lane, Urgency urgency, T waiting) {
        turns(urgency).computeIfAbsent(lane, _ -> new ArrayDeque<>()).add(waiting);
    }

    /** The next one; null when nobody waits. */
    @Nullable T first() {
        Map<String, Deque<T>> turns = firstTurns();
        return turns == null ? null : turns.values().iterator().next().peekFirst();
    }

    /** Takes the next one out; its lane goes to the end of the round. */
    @Nullable T next() {
        Map<String, Deque<T>> turns = firstTurns();
        if (turns == null) {
            return null;
        }
        String lane = turns.keySet().iterator().next();
        Deque<T> queue = turns.remove(lane);
        if (queue == null) {
            return null;
        }
        T next = queue.removeFirst();
        if (!queue.isEmpty()) {
            turns.put(lane, queue);
        }
        return next;
    }

    /** Takes one out that waits no longer. */
    void leave(String lane, Urgency urgency, T waiting) {
        Map<String, Deque<T>> turns = turns(urgency);
        Deque<T> queue = turns.get(lane);
        if (queue != null && queue.remove(waiting) && queue.isEmpty()) {
            turns.remove(lane);
        }
    }

    private @Nullable Map<String, Deque<T>> firstTurns() {
        if (!turns(Urgency.INTERACTIVE).isEmpty()) {
            return turns(Urgency.INTERACTIVE);
        }
        return turns(Urgency.BACKGROUND).isEmpty() ? null : turns(Urgency.BACKGROUND);
    }

    private Map<String, Deque<T>> turns(Urgency urgency) {
        return lanes.computeIfAbsent(urgency, _ -> new LinkedHashMap<>());
    }
}

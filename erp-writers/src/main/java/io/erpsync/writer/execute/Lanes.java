package io.erpsync.writer.execute;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Urgency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which work may start: in a lane one piece after the other, in the order of arrival; across lanes
 * side by side, up to a bound for each connection, and where the bound is met what a person waits
 * for first. Not for use by several threads at once.
 */
public final class Lanes<W> {

    private final int bound;
    private final Map<ConnectionName, Connection<W>> connections = new LinkedHashMap<>();

    /**
     * @param bound how many pieces of one connection may run at once
     */
    public Lanes(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("the bound is at least 1, got " + bound);
        }
        this.bound = bound;
    }

    public void arrive(Lane lane, Urgency urgency, W work) {
        connections
                .computeIfAbsent(lane.connection(), _ -> new Connection<>())
                .waiting
                .computeIfAbsent(lane, _ -> new ArrayDeque<>())
                .add(new Piece<>(urgency, work));
    }

    /** Everything that may start now; each counts as running until {@link #finished}. */
    public List<W> start() {
        List<W> started = new ArrayList<>();
        connections.values().forEach(connection -> connection.start(bound, started));
        return started;
    }

    /** The piece of that lane that was started last has ended. */
    public void finished(Lane lane) {
        Connection<W> connection = connections.get(lane.connection());
        if (connection == null || !connection.busy.remove(lane)) {
            throw new IllegalStateException("nothing of the lane is running");
        }
        if (connection.busy.isEmpty() && connection.waiting.isEmpty()) {
            connections.remove(lane.connection());
        }
    }

    /** Forgets the waiting pieces that {@code unwanted} names; what runs is let run. */
    public void forget(Predicate<W> unwanted) {
        connections.values().forEach(connection -> connection.forget(unwanted));
        connections.values().removeIf(c -> c.busy.isEmpty() && c.waiting.isEmpty());
    }

    public int running() {
        return connections.values().stream().mapToInt(connection -> connection.busy.size()).sum();
    }

    public int waiting() {
        return connections.values().stream().mapToInt(Connection::waitingPieces).sum();
    }

    private record Piece<W>(Urgency urgency, W work) {}

    private static final class Connection<W> {

        // By lane in the order in which the lanes came to wait.
        private final Map<Lane, Deque<Piece<W>>> waiting = new LinkedHashMap<>();
        private final Set<Lane> busy = new HashSet<>();

        private void start(int bound, List<W> started) {
            for (Urgency urgency : Urgency.values()) {
                Iterator<Map.Entry<Lane, Deque<Piece<W>>>> lanes = waiting.entrySet().iterator();
                Map<Lane, Deque<Piece<W>>> again = new LinkedHashMap<>();
                while (busy.size() < bound && lanes.hasNext()) {
                    Map.Entry<Lane, Deque<Piece<W>>> lane = lanes.next();
                    Piece<W> first = startable(lane, urgency);
                    if (first != null) {
                        lane.getValue().removeFirst();
                        busy.add(lane.getKey());
                        started.add(first.work);
                        lanes.remove();
                        again.put(lane.getKey(), lane.getValue());
                    }
                }
                // A lane that had its turn waits behind the others.
                again.values().removeIf(Deque::isEmpty);
                waiting.putAll(again);
            }
        }

        private @Nullable Piece<W> startable(
                Map.Entry<Lane, Deque<Piece<W>>> lane, Urgency urgency) {
            Piece<W> first = lane.getValue().peekFirst();
            return first != null && first.urgency == urgency && !busy.contains(lane.getKey())
                    ? first
                    : null;
        }

        private void forget(Predicate<W> unwanted) {
            waiting.values().forEach(lane -> lane.removeIf(piece -> unwanted.test(piece.work)));
            waiting.values().removeIf(Deque::isEmpty);
        }

        private int waitingPieces() {
            return waiting.values().stream().mapToInt(Deque::size).sum();
        }
    }
}

package io.erpsync.sandbox.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets requests through at a published rate, per caller, and keeps count of what it did. */
public final class TrafficLog {

    /** Enough for any test; a demonstration may run for days. */
    private static final int KEPT = 100_000;

    private final Map<String, Line> lines = new HashMap<>();
    private RateLimit limit;

    public TrafficLog(RateLimit limit) {
        this.limit = limit;
    }

    /** Changes the limit; every caller starts with an empty window. */
    public synchronized void limit(RateLimit newLimit) {
        limit = newLimit;
        lines.replaceAll((_, line) -> new Line(line.admitted, line.refused, newLog()));
    }

    public synchronized RateLimit limit() {
        return limit;
    }

    public synchronized Admission admit(String caller, Instant now) {
        Line line = line(caller);
        if (line.log.tryTake(now)) {
            line.admitted.add(now);
            keepShort(line.admitted);
            return new Admission.Admitted();
        }
        line.refused.add(now);
        keepShort(line.refused);
        return new Admission.Refused(line.log.untilFree(now), limit.retryAfter());
    }

    /** Counts a refusal that somebody else made. */
    public synchronized void refused(String caller, Instant now) {
        line(caller).refused.add(now);
    }

    public synchronized List<TrafficCount> counts() {
        return lines.entrySet().stream()
                .map(entry -> entry.getValue().count(entry.getKey(), limit))
                .toList();
    }

    public synchronized void clear() {
        lines.clear();
    }

    private Line line(String caller) {
        return lines.computeIfAbsent(
                caller, _ -> new Line(new ArrayList<>(), new ArrayList<>(), newLog()));
    }

    private static void keepShort(List<Instant> times) {
        if (times.size() > KEPT) {
            times.subList(0, KEPT / 2).clear();
        }
    }

    private SlidingLog newLog() {
        return new SlidingLog(limit.requests(), limit.window());
    }

    private record Line(List<Instant> admitted, List<Instant> refused, SlidingLog log) {

        TrafficCount count(String caller, RateLimit limit) {
            return new TrafficCount(
                    caller,
                    admitted.size(),
                    refused.size(),
                    busiestWindow(limit),
                    List.copyOf(refused));
        }

        private int busiestWindow(RateLimit limit) {
            int busiest = 0;
            int first = 0;
            for (int last = 0; last < admitted.size(); last++) {
                Instant start = admitted.get(last).minus(limit.window());
                while (!admitted.get(first).isAfter(start)) {
                    first++;
                }
                busiest = Math.max(busiest, last - first + 1);
            }
            return busiest;
        }
    }
}

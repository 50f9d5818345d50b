package io.erpsync.writer.execute;

import io.erpsync.model.Action;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the object that a target chokes on: when it fails again and again while the same is carried
 * out for others of its connection, the fault is the object's and not the target's, and trying on
 * would hold the object for ever.
 *
 * <p>A failure counts only when the last that was heard of the others is that one of them passed,
 * and when that was after the object's failure before. An object that begins to fail is heard too:
 * it tells of an outage. One that fails again is no news. So nothing counts while all fail, an
 * outage that ends leaves one failure at most to those that still wait for their answers, and an
 * object that is alone in its connection is never refused.
 *
 * <p>Remembered until the process ends. Safe for several threads.
 */
public final class RepeatedFailures {

    private static final int TOO_OFTEN = 5;

    /**
     * More objects than ever fail at once without the target being down; the oldest is forgotten.
     */
    private static final int REMEMBERED = 10_000;

    /** The moment of no pass, which is after nothing. */
    private static final long NEVER = -1;

    private static final Row NONE = new Row(0, NEVER);

    private final Map<Doing, Row> rows = new LinkedHashMap<>();

    /** When one passed last; never, once another began to fail after it. */
    private final Map<Kind, Long> passedAt = new HashMap<>();

    /** Grows with every answer that is heard. */
    private long moment;

    /**
     * The outcome to answer with: {@code outcome}, or a refusal in its place.
     *
     * @param outcome what became of a command that was handed to the target's connector
     * @param brokenOff whether the attempt was broken off, by us or by a writer before us: that it
     *     failed then says nothing of the object
     */
    public synchronized Outcome judge(Command command, boolean brokenOff, Outcome outcome) {
        return switch (command.task()) {
            // A create that is refused may have been carried out before: the engine remembers that
            // it was attempted, and the next one looks first.
            case Task.Read _, Task.Update _, Task.Create _ -> judged(command, brokenOff, outcome);
            // It asks after the connection, not after an object.
            case Task.Probe _ -> outcome;
        };
    }

    private Outcome judged(Command command, boolean brokenOff, Outcome outcome) {
        Doing doing = new Doing(command.lane(), command.task().action());
        return switch (outcome) {
            case Outcome.Applied _ -> {
                rows.remove(doing);
                passedAt.put(doing.kind(), ++moment);
                yield outcome;
            }
            // Some refusals are made without asking the target, and a proxy in front of a target
            // that is down may say that there is no such thing: none of the others passes by it.
            case Outcome.Absent _, Outcome.Refused _, Outcome.Conflict _ -> {
                rows.remove(doing);
                yield outcome;
            }
            case Outcome.Unknown(String words) ->
                    brokenOff ? outcome : failed(doing, outcome, words);
            case Outcome.Unavailable(Reason reason, _, String words) ->
                    reason == Reason.TARGET_UNAVAILABLE && beginsWithARead(command) && !brokenOff
                            ? failed(doing, outcome, words)
                            : outcome;
        };
    }

    /** Otherwise it begins with the write, and is unavailable only where nothing was sent. */
    private static boolean beginsWithARead(Command command) {
        return !command.task().writes() || command.attemptedSince() != null;
    }

    private Outcome failed(Doing doing, Outcome outcome, String words) {
        Row before = rows.getOrDefault(doing, NONE);
        boolean counts = passedAt.getOrDefault(doing.kind(), 0L) > before.failedAt();
        int failures = counts ? before.failures() + 1 : before.failures();
        if (failures >= TOO_OFTEN) {
            rows.remove(doing);
            return new Outcome.Refused(
                    Reason.FAILS_REPEATEDLY,
                    null,
                    failures + " times in a row, while others pass: " + words);
        }
        if (!rows.containsKey(doing)) {
            begins(doing);
        }
        rows.put(doing, new Row(failures, ++moment));
        return outcome;
    }

    private void begins(Doing doing) {
        passedAt.put(doing.kind(), NEVER);
        if (rows.size() >= REMEMBERED) {
            rows.remove(rows.keySet().iterator().next());
        }
    }

    /** Only the same is like it: a target may answer reads while it takes no writes. */
    private record Kind(ConnectionName connection, Action action) {}

    private record Doing(Lane object, Action action) {

        private Kind kind() {
            return new Kind(object.connection(), action);
        }
    }

    /**
     * Failures of one object without an answer between.
     *
     * @param failures how many of them count
     * @param failedAt the moment of the last, whether it counts or not
     */
    private record Row(int failures, long failedAt) {}
}

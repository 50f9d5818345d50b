package io.erpsync.writer.execute;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the object that a target chokes on: when one fails again and again while others of its
 * connection pass, the fault is the object's and not the target's, and trying on would hold it open
 * for ever. Remembered until the process ends. Safe for several threads.
 */
public final class RepeatedFailures {

    private static final int TOO_OFTEN = 5;

    /**
     * More objects than ever fail at once without the target being down; the oldest is forgotten.
     */
    private static final int REMEMBERED = 10_000;

    private final Map<Lane, Row> rows = new LinkedHashMap<>();
    private final Map<ConnectionName, Long> passed = new HashMap<>();

    /** The outcome to answer with: {@code outcome}, or a refusal in its place. */
    public synchronized Outcome judge(Command command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown(String words) -> failed(command, outcome, words);
            case Outcome.Unavailable(Reason reason, _, String words) ->
                    reason == Reason.TARGET_UNAVAILABLE ? failed(command, outcome, words) : outcome;
            case Outcome.Applied _, Outcome.Absent _, Outcome.Refused _, Outcome.Conflict _ ->
                    passed(command, outcome);
        };
    }

    private Outcome passed(Command command, Outcome outcome) {
        rows.remove(command.lane());
        passed.merge(command.connection(), 1L, Long::sum);
        return outcome;
    }

    private Outcome failed(Command command, Outcome outcome, String words) {
        long others = passed.getOrDefault(command.connection(), 0L);
        Row row = rows.getOrDefault(command.lane(), new Row(0, others));
        Row longer = new Row(row.failures + 1, row.passedBefore);
        if (longer.failures >= TOO_OFTEN && others > longer.passedBefore) {
            rows.remove(command.lane());
            return new Outcome.Refused(
                    Reason.FAILS_REPEATEDLY,
                    null,
                    longer.failures + " times in a row, while others pass: " + words);
        }
        if (rows.size() >= REMEMBERED) {
            rows.remove(rows.keySet().iterator().next());
        }
        rows.put(command.lane(), longer);
        return outcome;
    }

    /**
     * Failures of one object without a pass between.
     *
     * @param passedBefore how many commands of the connection had passed when the row began
     */
    private record Row(int failures, long passedBefore) {}
}

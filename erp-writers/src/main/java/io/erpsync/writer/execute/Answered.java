package io.erpsync.writer.execute;

import io.erpsync.model.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of one command.
 *
 * @param attemptedAt when its first attempt began, that of an earlier writer included; null when
 *     surely nothing was ever sent, and when what was asked for may have been there before: then it
 *     is not known to be our own write, and a user may have edited it since
 */
public record Answered(Outcome outcome, @Nullable Instant attemptedAt, Instant answeredAt) {

    /**
     * The answer to a command which was carried out as {@code attempt} says, from {@code began}.
     */
    public static Answered of(Outcome outcome, Attempt attempt, Instant began, Instant answeredAt) {
        Instant ours = outcome instanceof Outcome.Unavailable ? null : began;
        boolean perhapsFound =
                outcome instanceof Outcome.Applied && attempt instanceof Attempt.LookFirst;
        return new Answered(outcome, perhapsFound ? null : earliest(attempt, ours), answeredAt);
    }

    /** The answer to a command of which this writer sent nothing. */
    public static Answered unsent(Outcome outcome, Attempt attempt, Instant answeredAt) {
        return new Answered(outcome, earliest(attempt, null), answeredAt);
    }

    private static @Nullable Instant earliest(Attempt attempt, @Nullable Instant ours) {
        return switch (attempt) {
            case Attempt.LookFirst(Instant since, _) -> since;
            case Attempt.Unsettled(Instant since) -> since;
            case Attempt.First() -> ours;
        };
    }
}

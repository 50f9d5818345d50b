package io.erpsync.sync.core.release;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands between decided work and the outside systems, for one connection: a window of
 * commands in flight on each side, an operator's pause, and the trouble of a side.
 *
 * @param sequence how many steps were queued so far; gives the queue its order
 * @param toLime the brake on updates of Lime
 * @param toErp the brake on updates of the ERP
 * @param linked how many links have a record on both sides
 * @param autoPause the pause that too many refusals bring
 */
public record Gate(
        Lane lime,
        Lane erp,
        boolean paused,
        long sequence,
        BrakeState toLime,
        BrakeState toErp,
        int linked,
        AutoPause autoPause) {

    public static final Gate NEW =
            new Gate(
                    Lane.EMPTY,
                    Lane.EMPTY,
                    false,
                    0,
                    BrakeState.FREE,
                    BrakeState.FREE,
                    0,
                    AutoPause.FREE);

    private static final int SMALLEST_WINDOW = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** A gate that was kept before there was this pause has none. */
    public Gate {
        autoPause = Objects.requireNonNullElse(autoPause, AutoPause.FREE);
    }

    /** How many commands may be in flight for a target of that rate: about one second's worth. */
    public static int window(int requestsPerSecond) {
        return Math.max(SMALLEST_WINDOW, requestsPerSecond);
    }

    /** The brake on updates of that side. */
    public BrakeState brake(Side target) {
        return target == Side.LIME ? toLime : toErp;
    }

    public Gate brake(Side target, BrakeState state) {
        return target == Side.LIME
                ? new Gate(lime, erp, paused, sequence, state, toErp, linked, autoPause)
                : new Gate(lime, erp, paused, sequence, toLime, state, linked, autoPause);
    }

    /** The gate when one link more, or less, has both its records. */
    public Gate linked(int difference) {
        return new Gate(lime, erp, paused, sequence, toLime, toErp, linked + difference, autoPause);
    }

    public Lane lane(Side side) {
        return side == Side.LIME ? lime : erp;
    }

    public Gate queued() {
        return new Gate(lime, erp, paused, sequence + 1, toLime, toErp, linked, autoPause);
    }

    public Gate paused(boolean pause) {
        return new Gate(lime, erp, pause, sequence, toLime, toErp, linked, autoPause);
    }

    public Gate autoPause(AutoPause next) {
        return new Gate(lime, erp, paused, sequence, toLime, toErp, linked, next);
    }

    /** Whether nothing may go at all until an operator says so. */
    public boolean isClosed() {
        return paused || autoPause.isEngaged();
    }

    public Gate sent(Side side, String command) {
        return with(side, lane(side).with(command));
    }

    /**
     * The gate after a command's result: its place is free, and the side is in trouble, or out of
     * it.
     */
    public Gate answered(Side side, String command, Outcome outcome, Instant now) {
        Lane lane = lane(side);
        if (!lane.inFlight().contains(command)) {
            return this;
        }
        Lane freed = lane.without(command);
        return switch (outcome) {
            case Outcome.Applied _, Outcome.Absent _, Outcome.Conflict _ ->
                    with(side, freed.troubled(null));
            case Outcome.Refused(Reason reason, _, String words)
                    when reason.scope() == Reason.Scope.CONNECTION ->
                    with(side, freed.troubled(worse(lane, reason, words, null, now)));
            case Outcome.Refused _ -> with(side, freed.troubled(null));
            case Outcome.Unavailable(Reason reason, Duration retryAfter, String words) ->
                    with(side, freed.troubled(worse(lane, reason, words, retryAfter, now)));
            case Outcome.Unknown _ -> with(side, freed);
        };
    }

    /**
     * The pause grows with each try that fails, and a try is alone. Commands that were out together
     * when the trouble began fail together, and are one failure.
     */
    private static Trouble worse(
            Lane lane, Reason reason, String words, @Nullable Duration retryAfter, Instant now) {
        Trouble before = lane.trouble();
        if (before == null) {
            return new Trouble(reason, words, now, now.plus(pause(retryAfter, 1)), 1);
        }
        boolean wasTry = lane.inFlight().size() == 1 && !now.isBefore(before.until());
        int failures = before.failures() + (wasTry ? 1 : 0);
        Instant until = now.plus(pause(retryAfter, failures));
        boolean keeps = !wasTry && before.until().isAfter(until);
        return new Trouble(reason, words, before.since(), keeps ? before.until() : until, failures);
    }

    private static Duration pause(@Nullable Duration retryAfter, int failures) {
        return retryAfter == null ? backOff(failures) : retryAfter;
    }

    private static Duration backOff(int failures) {
        Duration pause = Duration.ofMillis(500L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Gate with(Side side, Lane lane) {
        return side == Side.LIME
                ? new Gate(lane, erp, paused, sequence, toLime, toErp, linked, autoPause)
                : new Gate(lime, lane, paused, sequence, toLime, toErp, linked, autoPause);
    }
}

package io.erpsync.polling.plan;

import io.erpsync.model.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection is not polled at the moment, and when it is tried again: after twice as long
 * each time, up to a limit, and not before the system wants to.
 *
 * @param failures how many attempts in a row have failed
 * @param asked until when the system itself wants us to wait; long ago when it said nothing
 */
public record Setback(Reason reason, String words, int failures, Instant until, Instant asked) {

    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** After one more failure; {@code before} is null after the first. */
    static Setback after(
            @Nullable Setback before,
            Reason reason,
            @Nullable Duration retryAfter,
            String words,
            Instant now) {
        int failures = before == null ? 1 : before.failures + 1;
        Duration pause = pause(failures);
        Instant asked = asked(before, reason, retryAfter, now.plus(pause), now);
        return new Setback(reason, words, failures, later(now.plus(pause), asked), asked);
    }

    /** After so many failures in a row. */
    static Duration pause(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** A system that counts requests wants a pause whether or not it says how long. */
    private static Instant asked(
            @Nullable Setback before,
            Reason reason,
            @Nullable Duration retryAfter,
            Instant pausedUntil,
            Instant now) {
        Instant untold = reason == Reason.RATE_LIMITED ? pausedUntil : Instant.MIN;
        Instant told = retryAfter == null ? untold : now.plus(retryAfter);
        return before == null ? told : later(told, before.asked);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Tried again at {@code now}, or as soon as the system wants to be asked. */
    Setback cutShort(Instant now) {
        return new Setback(reason, words, failures, later(now, asked), asked);
    }

    /** Whether one cheap call must succeed before anything else is asked. */
    boolean needsProbe() {
        return switch (reason) {
            case NOT_AUTHORISED, NO_LICENCE, WRONG_COMPANY -> true;
            case INVALID_VALUE,
                    VALUE_TOO_LONG,
                    REQUIRED_MISSING,
                    UNKNOWN_OPTION,
                    NUMBER_TAKEN,
                    RECORD_GONE,
                    REFUSED_BY_RULE,
                    FILTERED,
                    POSSIBLE_DUPLICATE,
                    AMBIGUOUS_MATCH,
                    DIRECTION_CLOSED,
                    NUMBER_UNKNOWN,
                    HELD_BY_ANOTHER,
                    CONTESTED,
                    FAILS_REPEATEDLY,
                    UNREADABLE,
                    STATUS_MOVED_ON,
                    PERHAPS_STALE,
                    NOT_DECIDED,
                    MAPPING_NOT_VALID,
                    TARGET_UNAVAILABLE,
                    RATE_LIMITED,
                    UNEXPECTED_ANSWER,
                    SETTINGS_FAULT,
                    BRAKE,
                    UNRECOGNISED ->
                    false;
        };
    }
}

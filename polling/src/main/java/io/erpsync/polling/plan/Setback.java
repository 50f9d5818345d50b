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
 */
public record Setback(Reason reason, String words, int failures, Instant until) {

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
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
        if (pause.compareTo(LONGEST) > 0) {
            pause = LONGEST;
        }
        if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
            pause = retryAfter;
        }
        return new Setback(reason, words, failures, now.plus(pause));
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

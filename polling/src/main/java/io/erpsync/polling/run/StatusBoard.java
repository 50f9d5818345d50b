package io.erpsync.polling.run;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How each connection of this replica is doing, and what the replica itself waits for; each change
 * is logged once. Safe for many threads.
 */
public final class StatusBoard {

    private static final Logger LOGGER = LoggerFactory.getLogger(StatusBoard.class);

    private final ConcurrentSkipListMap<ConnectionName, Standing> standings =
            new ConcurrentSkipListMap<>();
    private final InstantSource clock;
    private volatile @Nullable String waitingFor = "the start";

    public StatusBoard(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * How a connection is doing.
     *
     * @param reason null while it is polled
     * @param since when it began to be so
     * @param lastRun when a run was last complete; null before the first
     */
    public record Standing(
            @Nullable Reason reason, String words, Instant since, @Nullable Instant lastRun) {

        /** One line for a page. */
        public String shown() {
            return reason == null ? "polled" : reason + " since " + since + ": " + words;
        }
    }

    public SortedMap<ConnectionName, Standing> standings() {
        return new TreeMap<>(standings);
    }

    /** What must happen before this replica polls anything; empty when it does. */
    public Optional<String> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    /** Shown, and logged once, until something else is said. */
    public void waitsFor(String what) {
        if (!what.equals(waitingFor)) {
            waitingFor = what;
            LOGGER.warn("Waiting for {}", what);
        }
    }

    /** Nothing is waited for any more. */
    public void works() {
        if (waitingFor != null) {
            waitingFor = null;
            LOGGER.info("Polling");
        }
    }

    void polled(ConnectionName connection) {
        Standing before = standings.get(connection);
        if (before == null || before.reason() != null) {
            standings.put(connection, new Standing(null, "", clock.instant(), last(before)));
            LOGGER.atInfo().addKeyValue("connection", connection).log("Connection is polled");
        }
    }

    void ranThrough(ConnectionName connection) {
        standings.computeIfPresent(
                connection,
                (_, standing) ->
                        new Standing(
                                standing.reason(),
                                standing.words(),
                                standing.since(),
                                clock.instant()));
    }

    void setBack(ConnectionName connection, Reason reason, String words) {
        Standing before = standings.get(connection);
        if (before != null && before.reason() == reason) {
            return;
        }
        standings.put(connection, new Standing(reason, words, clock.instant(), last(before)));
        var level = needsAPerson(reason) ? LOGGER.atError() : LOGGER.atWarn();
        level.addKeyValue("connection", connection)
                .addKeyValue("reason", reason)
                .log("Connection {} is not polled: {}", connection, words);
    }

    void gone(ConnectionName connection) {
        standings.remove(connection);
    }

    private static @Nullable Instant last(@Nullable Standing before) {
        return before == null ? null : before.lastRun();
    }

    private static boolean needsAPerson(Reason reason) {
        return switch (reason) {
            case NOT_AUTHORISED, NO_LICENCE, WRONG_COMPANY, SETTINGS_FAULT, MAPPING_NOT_VALID ->
                    true;
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
                    TARGET_UNAVAILABLE,
                    RATE_LIMITED,
                    UNEXPECTED_ANSWER,
                    BRAKE,
                    UNRECOGNISED ->
                    false;
        };
    }

    /** For gauges: the standing at the moment. */
    Map<ConnectionName, Standing> live() {
        return standings;
    }
}

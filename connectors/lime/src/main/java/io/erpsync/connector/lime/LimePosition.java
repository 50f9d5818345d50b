package io.erpsync.connector.lime;

import io.erpsync.connector.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far a feed was read, all on Lime's clock.
 *
 * @param since the run brings what changed at or after this; null for everything
 * @param runStart when the run that is under way began; null between runs
 * @param lastId the highest id read in this run
 * @param step which of several lists is being read
 * @param next the query of the next page, where a list cannot be read by id
 * @param done true when the feed has nothing more to bring, ever
 */
record LimePosition(
        @Nullable Instant since,
        @Nullable Instant runStart,
        long lastId,
        int step,
        @Nullable String next,
        boolean done) {

    /** Covers saves that take a time to appear, and servers whose clocks differ a little. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    static final LimePosition START = new LimePosition(null, null, 0, 0, null, false);

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where the first run begins that shall bring what changes from {@code now} on. */
    static LimePosition from(Instant now) {
        return new LimePosition(now.minus(OVERLAP), null, 0, 0, null, false);
    }

    LimePosition begun(@Nullable Instant now) {
        return runStart != null ? this : new LimePosition(since, now, lastId, step, next, done);
    }

    LimePosition at(long id) {
        return new LimePosition(since, runStart, id, step, null, done);
    }

    LimePosition following(String nextQuery) {
        return new LimePosition(since, runStart, lastId, step, nextQuery, done);
    }

    LimePosition nextStep() {
        return new LimePosition(since, runStart, 0, step + 1, null, done);
    }

    LimePosition finished() {
        return new LimePosition(since, runStart, 0, 0, null, true);
    }

    /**
     * The time to ask Lime for changes since. Its database keeps wall-clock time: in the hour that
     * is repeated in autumn, a later save can bear an earlier time, so there it is asked for an
     * hour more.
     */
    @Nullable Instant askSince(ZoneId zone) {
        if (since == null) {
            return null;
        }
        ZoneOffsetTransition next =
                zone.getRules().nextTransition(since.minus(Duration.ofHours(1)).minusMillis(1));
        if (next == null || !next.isOverlap()) {
            return since;
        }
        Duration repeated = next.getDuration().negated();
        boolean near =
                !since.isBefore(next.getInstant().minus(repeated))
                        && since.isBefore(next.getInstant().plus(repeated));
        return near ? since.minus(repeated) : since;
    }

    Cursor cursor() {
        ObjectNode node = JSON.createObjectNode();
        if (since != null) {
            node.put("since", since.toString());
        }
        if (runStart != null) {
            node.put("run", runStart.toString());
        }
        if (next != null) {
            node.put("next", next);
        }
        return new Cursor(node.put("id", lastId).put("step", step).put("done", done).toString());
    }

    /** The position of a cursor of ours; null when it is not one. */
    static @Nullable LimePosition of(Cursor cursor) {
        try {
            JsonNode node = JSON.readTree(cursor.position());
            if (!node.isObject() || !node.path("id").canConvertToLong()) {
                return null;
            }
            return new LimePosition(
                    instant(node.path("since")),
                    instant(node.path("run")),
                    node.path("id").asLong(0),
                    node.path("step").asInt(0),
                    node.path("next").isString() ? node.path("next").stringValue() : null,
                    node.path("done").asBoolean(false));
        } catch (JacksonException | java.time.DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isString() ? Instant.parse(node.stringValue()) : null;
    }
}

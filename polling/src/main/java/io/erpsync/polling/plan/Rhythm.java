package io.erpsync.polling.plan;

import io.erpsync.model.ConnectionName;
import java.time.Duration;
import java.time.Instant;

/**
 * The times at which a connection's runs fall due: every so often, at a point within that stretch
 * which follows from the connection's name, so that connections do not all poll at the full hour.
 */
record Rhythm(long everyMillis, long offsetMillis) {

    static Rhythm of(ConnectionName connection, Duration every) {
        long millis = Math.max(1, every.toMillis());
        return new Rhythm(millis, Math.floorMod(spread(connection.value()), millis));
    }

    /** The first due time after {@code moment}: one that passed during a run is left out. */
    Instant after(Instant moment) {
        long past = Math.floorDiv(moment.toEpochMilli() - offsetMillis, everyMillis);
        return Instant.ofEpochMilli((past + 1) * everyMillis + offsetMillis);
    }

    /** Names that differ in one letter must lie far apart; the text's own hash does not do that. */
    private static long spread(String name) {
        long mixed = name.hashCode() * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 29);
    }
}

package io.erpsync.connector.fortnox;

import io.erpsync.connector.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed was read, on the server's clock.
 *
 * @param since what changed at or after it is read; null for everything
 * @param runStart when the present run began; null between runs
 * @param done how many customers of the run's list lie behind
 * @param last the number of the last of them; null at the start of the list
 */
record FeedPosition(
        @Nullable Instant since, @Nullable Instant runStart, int done, @Nullable String last) {

    static final FeedPosition EVERYTHING = new FeedPosition(null, null, 0, null);

    private static final String NONE = "-";

    /** Between two runs, the first of which began at {@code started}. */
    static FeedPosition runEnded(Instant started) {
        return new FeedPosition(started, null, 0, null);
    }

    /** This position, in a run that began at {@code now} unless it had begun before. */
    FeedPosition startedBy(Instant now) {
        return runStart == null ? new FeedPosition(since, now, 0, null) : this;
    }

    FeedPosition reached(int done, @Nullable String last) {
        return new FeedPosition(since, runStart, done, last);
    }

    /** The same run from its beginning. */
    FeedPosition anew() {
        return new FeedPosition(since, runStart, 0, null);
    }

    /** After the run. */
    FeedPosition ended() {
        return new FeedPosition(runStart, null, 0, null);
    }

    /** True between two runs. */
    boolean idle() {
        return runStart == null;
    }

    Cursor cursor() {
        return new Cursor(
                text(since) + ";" + text(runStart) + ";" + done + ";" + (last == null ? "" : last));
    }

    /** The position in {@code cursor}; null when it has none. */
    static @Nullable FeedPosition read(Cursor cursor) {
        String[] parts = cursor.position().split(";", 4);
        if (parts.length < 4) {
            return null;
        }
        try {
            return new FeedPosition(
                    moment(parts[0]),
                    moment(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3].isEmpty() ? null : parts[3]);
        } catch (DateTimeException | NumberFormatException notOurs) {
            // Null says it; the caller answers with a reason.
            return null;
        }
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? NONE : moment.toString();
    }

    private static @Nullable Instant moment(String text) {
        return text.equals(NONE) ? null : Instant.parse(text);
    }
}

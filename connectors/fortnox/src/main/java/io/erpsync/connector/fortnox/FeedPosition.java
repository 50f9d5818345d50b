package io.erpsync.connector.fortnox;

import io.erpsync.connector.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed was read, on the server's clock.
 *
 * @param liveSince when the feed was begun: nothing before it is asked for, ever; null where the
 *     feed begins with everything there is
 * @param since what changed at or after it is read; null for everything
 * @param runStart when the present run began; null between runs
 * @param done how many customers of the run's list lie behind
 * @param last the number of the last of them; null at the start of the list
 */
record FeedPosition(
        @Nullable Instant liveSince,
        @Nullable Instant since,
        @Nullable Instant runStart,
        int done,
        @Nullable String last) {

    static final FeedPosition EVERYTHING = new FeedPosition(null, null, null, 0, null);

    private static final String VERSION = "2";
    private static final String NONE = "-";

    /** Where the first run begins that brings what changes at or after {@code moment}. */
    static FeedPosition live(Instant moment) {
        return new FeedPosition(moment, moment, null, 0, null);
    }

    /** This position, in a run that began at {@code now} unless it had begun before. */
    FeedPosition startedBy(Instant now) {
        return runStart == null ? new FeedPosition(liveSince, since, now, 0, null) : this;
    }

    FeedPosition reached(int done, @Nullable String last) {
        return new FeedPosition(liveSince, since, runStart, done, last);
    }

    /** The same run from its beginning. */
    FeedPosition anew() {
        return new FeedPosition(liveSince, since, runStart, 0, null);
    }

    /** After the run. */
    FeedPosition ended() {
        return new FeedPosition(liveSince, runStart, null, 0, null);
    }

    /** True between two runs. */
    boolean idle() {
        return runStart == null;
    }

    Cursor cursor() {
        return new Cursor(
                String.join(
                        ";",
                        VERSION,
                        text(liveSince),
                        text(since),
                        text(runStart),
                        Integer.toString(done),
                        last == null ? "" : last));
    }

    /** The position in {@code cursor}, also one of the first version; null when it has none. */
    static @Nullable FeedPosition read(Cursor cursor) {
        String text = cursor.position();
        // The first version began with a moment or with a dash, and knew no beginning.
        boolean first = !text.startsWith(VERSION + ";");
        String[] parts = (first ? VERSION + ";" + NONE + ";" + text : text).split(";", 6);
        if (parts.length < 6) {
            return null;
        }
        try {
            return new FeedPosition(
                    moment(parts[1]),
                    moment(parts[2]),
                    moment(parts[3]),
                    Integer.parseInt(parts[4]),
                    parts[5].isEmpty() ? null : parts[5]);
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

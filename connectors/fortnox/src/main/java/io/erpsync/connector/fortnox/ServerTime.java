package io.erpsync.connector.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Between which two moments of Fortnox's clock a request was carried out.
 *
 * @param skew Fortnox's clock minus ours; null when the answer did not tell
 */
record ServerTime(Instant earliest, Instant latest, @Nullable Duration skew) {

    // The header counts whole seconds.
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    // How far off the two clocks are taken to be at most when an answer has no date.
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    /** Reads the {@code Date} header of an answer to a request sent and answered at our times. */
    static ServerTime of(@Nullable String date, Instant sent, Instant answered) {
        Instant told = parsed(date);
        if (told == null) {
            return new ServerTime(sent.minus(UNTOLD), answered.plus(UNTOLD), null);
        }
        Duration took = Duration.between(sent, answered);
        return new ServerTime(
                told.minus(took).minus(RESOLUTION),
                told.plus(RESOLUTION),
                Duration.ofSeconds(Duration.between(answered, told).toSeconds()));
    }

    static @Nullable Instant parsed(@Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        } catch (DateTimeParseException unreadable) {
            // As good as missing: the bounds then come from our own clock, further apart.
            return null;
        }
    }
}

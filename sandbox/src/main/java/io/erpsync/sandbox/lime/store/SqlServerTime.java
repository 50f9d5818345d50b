package io.erpsync.sandbox.lime.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as Lime's database keeps them, in steps of 1/300 s, and as Lime writes them. */
public final class SqlServerTime {

    /** The server's own zone, which every offset in Lime's answers comes from. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final long TICKS_A_SECOND = 300;
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private SqlServerTime() {}

    /** The nearest time that the database can hold; its milliseconds end in 0, 3 or 7. */
    public static Instant round(Instant time) {
        long ticks =
                Math.round(
                        time.get(ChronoField.NANO_OF_SECOND)
                                * (double) TICKS_A_SECOND
                                / NANOS_A_SECOND);
        long millis = Math.round(ticks * 1000.0 / TICKS_A_SECOND);
        return time.truncatedTo(ChronoUnit.SECONDS).plusMillis(millis);
    }

    public static String format(Instant time) {
        return WRITTEN.format(time.atZone(ZONE));
    }

    /** A time in any form seen in the wild; without an offset it is the server's local time. */
    public static @Nullable Instant parse(String text) {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
            }
            return hasOffset(text)
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static boolean hasOffset(String text) {
        String time = text.substring(10);
        return time.endsWith("Z") || time.contains("+") || time.contains("-");
    }
}

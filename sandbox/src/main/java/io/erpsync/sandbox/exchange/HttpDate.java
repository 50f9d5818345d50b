package io.erpsync.sandbox.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A time as the {@code Date} header carries it. */
public final class HttpDate {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneId.of("GMT"));

    private HttpDate() {}

    public static String format(Instant time) {
        return FORMAT.format(time);
    }
}

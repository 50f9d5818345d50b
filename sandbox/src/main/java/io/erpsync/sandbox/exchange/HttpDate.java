package io.erpsync.sandbox.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as the {@code Date} header carries it: RFC 9110's IMF-fixdate. */
public final class HttpDate {

    // Not RFC_1123_DATE_TIME: that writes the first nine days of a month with one digit.
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    public static String format(Instant time) {
        return FORMAT.format(time);
    }
}

package io.erpsync.sandbox.fortnox.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The search for what changed since a wall-clock time in Stockholm, to the second. The clock has no
 * offset, so in the autumn hour that comes twice, the later half hides behind the earlier one.
 */
record ModifiedSince(LocalDateTime since, boolean inclusive, Instant visibleUntil) {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    static ModifiedSince of(String text, boolean inclusive, Instant now, Duration lag) {
        return new ModifiedSince(parse(text), inclusive, now.minus(lag));
    }

    boolean finds(Customer customer) {
        LocalDateTime changed =
                LocalDateTime.ofInstant(customer.modified(), ZONE).truncatedTo(ChronoUnit.SECONDS);
        boolean since = inclusive ? !changed.isBefore(this.since) : changed.isAfter(this.since);
        return since && !customer.modified().isAfter(visibleUntil);
    }

    private static LocalDateTime parse(String text) {
        try {
            return switch (text.length()) {
                case 10 -> LocalDate.parse(text).atStartOfDay();
                case 16 ->
                        LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
                default ->
                        LocalDateTime.parse(
                                text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
            };
        } catch (DateTimeException unreadable) {
            throw CustomerSearch.badParameter("lastmodified");
        }
    }
}

package io.erpsync.connection.rules;

import java.time.Duration;

/**
 * How often either side is looked at.
 *
 * @param every everything changed since the last look
 * @param status the records in Lime that ask for a sync
 */
public record Polling(Duration every, Duration status) {

    public static final Polling DEFAULT =
            new Polling(Duration.ofMinutes(10), Duration.ofMinutes(1));
}

package io.erpsync.connector.limit;

import java.time.Duration;

/**
 * So many requests in any stretch of time as long as the window.
 *
 * @param settle how long after a lost answer the system may still count the request
 */
public record Limit(int requests, Duration window, Duration settle) {

    public Limit {
        if (requests < 1) {
            throw new IllegalArgumentException(
                    "a limit allows at least one request, got " + requests);
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("a limit's window is positive, got " + window);
        }
        if (settle.isNegative()) {
            throw new IllegalArgumentException("a settle time is not negative, got " + settle);
        }
    }

    /** That part of the requests, in whole requests, rounded down, but never less than one. */
    public Limit share(int percent) {
        return new Limit(part(percent), window, settle);
    }

    /** What {@link #share} of the same percentage leaves, but never less than one. */
    public Limit without(int percent) {
        return new Limit(Math.max(1, requests - part(percent)), window, settle);
    }

    private int part(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a share is 1 to 100 percent, got " + percent);
        }
        return Math.max(1, (int) ((long) requests * percent / 100));
    }
}

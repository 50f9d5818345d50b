package io.erpsync.sandbox.traffic;

import java.time.Duration;

/**
 * A published limit.
 *
 * @param retryAfter whether a refusal says how long to wait
 */
public record RateLimit(int requests, Duration window, boolean retryAfter) {

    public RateLimit {
        if (requests < 1 || !window.isPositive()) {
            throw new IllegalArgumentException(
                    "A rate limit needs at least one request in a window above zero, not "
                            + requests
                            + " in "
                            + window);
        }
    }

    public RateLimit times(double factor) {
        return new RateLimit(Math.max(1, (int) Math.round(requests * factor)), window, retryAfter);
    }
}

package io.erpsync.sandbox.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many requests in any stretch of time of one window's length. A refused request does
 * not count. Not safe for several threads: its owner guards it.
 */
public final class SlidingLog {

    private final int limit;
    private final Duration window;
    private final Deque<Instant> taken = new ArrayDeque<>();

    public SlidingLog(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    public boolean tryTake(Instant now) {
        forgetBefore(now.minus(window));
        if (taken.size() >= limit) {
            return false;
        }
        taken.addLast(now);
        return true;
    }

    /** How long from {@code now} until the next request would be let through. */
    public Duration untilFree(Instant now) {
        forgetBefore(now.minus(window));
        return taken.size() < limit || taken.isEmpty()
                ? Duration.ZERO
                : Duration.between(now, taken.getFirst().plus(window));
    }

    private void forgetBefore(Instant start) {
        while (!taken.isEmpty() && !taken.getFirst().isAfter(start)) {
            taken.removeFirst();
        }
    }
}

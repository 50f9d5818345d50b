package io.erpsync.connector.limit;

import java.time.Duration;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one limit. A permit comes back one window after the answer of the request that
 * held it, because nobody but the system knows when between sending and answer it counted the
 * request; after a lost answer it comes back one window after the settle time. So no stretch as
 * long as the window ever holds more counted requests than the limit allows. What ran before the
 * start is not known, so permits are released evenly over the first window.
 *
 * <p>Times are nanoseconds since one moment that the caller chooses once, and never go back. Not
 * for use by several threads at once.
 */
public final class SlidingLog {

    /** What {@link #nextFree} answers when only the end of a running request can free a permit. */
    public static final long NEVER = Long.MAX_VALUE;

    private final long window;
    private final long settle;
    private final PriorityQueue<Long> returns = new PriorityQueue<>();
    private long closedUntil = Long.MIN_VALUE;
    private int free;

    public SlidingLog(Limit limit, long start) {
        window = limit.window().toNanos();
        settle = limit.settle().toNanos();
        for (int permit = 1; permit <= limit.requests(); permit++) {
            returns.add(start + (long) ((double) window * permit / limit.requests()));
        }
    }

    /** Takes a permit if there is one; each is ended later by exactly one of the other methods. */
    public boolean take(long now) {
        collect(now);
        if (free == 0 || now < closedUntil) {
            return false;
        }
        free--;
        return true;
    }

    /** The earliest time at which {@link #take} can succeed as things are; {@link #NEVER}. */
    public long nextFree(long now) {
        collect(now);
        if (free > 0) {
            return Math.max(now, closedUntil);
        }
        Long first = returns.peek();
        return first == null ? NEVER : Math.max(first, closedUntil);
    }

    public void answered(long now) {
        returns.add(now + window);
    }

    public void lost(long now) {
        returns.add(now + settle + window);
    }

    /** Ends a permit and lets nothing through until the system wants to hear from us again. */
    public void refused(long now, @Nullable Duration retryAfter) {
        answered(now);
        long pause = retryAfter == null ? window : retryAfter.toNanos();
        closedUntil = Math.max(closedUntil, now + pause);
    }

    private void collect(long now) {
        for (Long next = returns.peek(); next != null && next <= now; next = returns.peek()) {
            returns.remove();
            free++;
        }
    }
}

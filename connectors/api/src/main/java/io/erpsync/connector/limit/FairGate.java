package io.erpsync.connector.limit;

import io.erpsync.connector.RequestGate;
import io.erpsync.model.Urgency;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One limit that several connections share, such as Lime's for an address; for a limit of one
 * connection alone, a gate with a single lane. Interactive requests go first, then the lanes in
 * turn. Safe for many threads; a waiting virtual thread gives its carrier back.
 */
public final class FairGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine<Waiting> line = new WaitingLine<>();
    private final LongSupplier clock;
    private final long origin;
    private final SlidingLog log;

    /**
     * @param clock nanoseconds that never go back: {@code System::nanoTime}
     */
    public FairGate(Limit limit, LongSupplier clock) {
        this.clock = clock;
        this.origin = clock.getAsLong();
        this.log = new SlidingLog(limit, 0);
    }

    /** The gate of one connection; the same name is the same lane. */
    public RequestGate lane(String name) {
        return urgency -> enter(name, urgency);
    }

    private RequestGate.Permit enter(String lane, Urgency urgency) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Waiting waiting = new Waiting(lock.newCondition());
            line.join(lane, urgency, waiting);
            letThrough();
            try {
                await(waiting);
            } catch (InterruptedException interruption) {
                giveUp(lane, urgency, waiting);
                throw interruption;
            }
            return new Passed();
        } finally {
            lock.unlock();
        }
    }

    /** Only the first in line watches the time; it is woken when it becomes the first. */
    private void await(Waiting waiting) throws InterruptedException {
        while (!waiting.passed) {
            long until = log.nextFree(now());
            if (waiting != line.first() || until == SlidingLog.NEVER) {
                waiting.turn.await();
            } else {
                // What is left of the wait is worked out again from the clock after each wake-up.
                waiting.turn.awaitNanos(Math.max(1, until - now()));
            }
            letThrough();
        }
    }

    private void giveUp(String lane, Urgency urgency, Waiting waiting) {
        if (waiting.passed) {
            // Nothing was sent with it, but an unused permit is not worth a rule of its own.
            log.answered(now());
        } else {
            line.leave(lane, urgency, waiting);
        }
        letThrough();
    }

    private void letThrough() {
        long now = now();
        while (line.first() != null && log.take(now)) {
            Waiting next = line.next();
            if (next != null) {
                next.passed = true;
                next.turn.signal();
            }
        }
        Waiting first = line.first();
        if (first != null) {
            first.turn.signal();
        }
    }

    private long now() {
        return clock.getAsLong() - origin;
    }

    private void ended(Runnable how) {
        lock.lock();
        try {
            how.run();
            letThrough();
        } finally {
            lock.unlock();
        }
    }

    /** One request in the line; guarded by the lock. */
    private static final class Waiting {
        private final Condition turn;
        private boolean passed;

        private Waiting(Condition turn) {
            this.turn = turn;
        }
    }

    private final class Passed implements RequestGate.Permit {

        @Override
        public void answered() {
            ended(() -> log.answered(now()));
        }

        @Override
        public void refused(@Nullable Duration retryAfter) {
            ended(() -> log.refused(now(), retryAfter));
        }

        @Override
        public void lost() {
            ended(() -> log.lost(now()));
        }
    }
}

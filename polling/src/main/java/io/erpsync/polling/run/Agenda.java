package io.erpsync.polling.run;

import io.erpsync.connector.Answer;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.polling.plan.ConnectionSchedule;
import io.erpsync.polling.plan.HintLine;
import io.erpsync.polling.plan.Setback;
import io.erpsync.polling.plan.Source;
import io.erpsync.polling.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection's schedule and hints, shared by the threads that work on them: they block here
 * until there is something to do. Safe for many threads.
 */
final class Agenda {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final HintLine hints = new HintLine();
    private final ConnectionSchedule schedule;
    private final InstantSource clock;
    private HintLine.@Nullable Turn underWay;
    private boolean stopped;

    Agenda(ConnectionSchedule schedule, InstantSource clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Waits for the next step, never a rest; null once stopped. */
    @Nullable Step nextStep() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                Instant now = clock.instant();
                if (!(schedule.next(now) instanceof Step.Rest(Instant until))) {
                    return schedule.next(now);
                }
                long left = Duration.between(now, until).toNanos();
                if (left > 0) {
                    // What came of the wait is seen by looking again.
                    boolean _ = changed.awaitNanos(left) > 0;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a hint whose record may be read now; null once stopped. */
    HintLine.@Nullable Turn nextHint() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                Instant now = clock.instant();
                HintLine.Turn turn = schedule.isOpen(now) ? hints.next(now) : null;
                if (turn != null) {
                    underWay = turn;
                    return turn;
                }
                if (hints.isEmpty()) {
                    changed.await();
                } else {
                    boolean _ = changed.awaitNanos(LOOK_AGAIN.toNanos()) > 0;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** False when so many wait that a poll brings them sooner; it is made due. */
    boolean join(HintLine.Wanted wanted, long offset, boolean deleted) {
        lock.lock();
        try {
            boolean joined = hints.join(wanted, offset, deleted);
            if (!joined) {
                schedule.makeDue(clock.instant());
            }
            changed.signalAll();
            return joined;
        } finally {
            lock.unlock();
        }
    }

    /** The hint that was handed over last is settled. */
    void hintDone() {
        change(() -> underWay = null);
    }

    /** The hint that was handed over last must be read again, later. */
    void hintAgain(HintLine.Turn turn) {
        change(
                () -> {
                    underWay = null;
                    hints.again(turn, clock.instant());
                });
    }

    /** Once stopped: the hints that nobody has read, with the one that was being read. */
    List<HintLine.Turn> leftHints() {
        lock.lock();
        try {
            List<HintLine.Turn> left = new ArrayList<>(hints.drain());
            if (underWay != null) {
                left.add(underWay);
                underWay = null;
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    void pollNow() {
        change(() -> schedule.pollNow(clock.instant()));
    }

    void makeDue() {
        change(() -> schedule.makeDue(clock.instant()));
    }

    void identified() {
        change(() -> schedule.identified(clock.instant()));
    }

    void catalogueRead(ObjectType type) {
        change(() -> schedule.catalogueRead(type, clock.instant()));
    }

    void catalogueDoubted(ObjectType type) {
        change(() -> schedule.catalogueDoubted(type));
    }

    void read(Source source, FeedPage page) {
        change(() -> schedule.read(source, page, clock.instant()));
    }

    /** A null source is any call but that of a feed. */
    void failed(@Nullable Source source, Answer.Failed<?> why) {
        change(
                () ->
                        schedule.failed(
                                source,
                                why.reason(),
                                why.retryAfter(),
                                why.words(),
                                clock.instant()));
    }

    void hintFailed(Reason reason, @Nullable Duration retryAfter, String words) {
        change(() -> schedule.hintFailed(reason, retryAfter, words, clock.instant()));
    }

    boolean isLoading(Source source) {
        lock.lock();
        try {
            return schedule.isLoading(source);
        } finally {
            lock.unlock();
        }
    }

    @Nullable Setback setback() {
        lock.lock();
        try {
            return schedule.setback();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        change(() -> stopped = true);
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Waits that long or until stopped; whether it may go on. */
    boolean pause(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!stopped && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

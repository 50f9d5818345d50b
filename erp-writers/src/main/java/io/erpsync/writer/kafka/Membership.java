package io.erpsync.writer.kafka;

import io.erpsync.writer.execute.Lease;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Whether the group surely still counts us in: its coordinator answered within half of the session
 * time-out. A poll that returns proves nothing, since it does so without any broker too; what
 * counts is an answered heartbeat, an assignment, or offsets that were accepted.
 */
public final class Membership implements Lease {

    private static final String HEARTBEATS = "heartbeat-total";

    private final long validity;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition confirmed = lock.newCondition();
    private volatile long confirmedAt;

    // Of the loop's thread alone.
    private double heartbeats;
    private long lookedAt;

    /**
     * @param clock nanoseconds that never go back: {@code System::nanoTime}
     */
    public Membership(LongSupplier clock) {
        this.clock = clock;
        this.validity = GroupSettings.SESSION.dividedBy(2).toNanos();
        this.confirmedAt = clock.getAsLong() - Duration.ofDays(1).toNanos();
        this.lookedAt = confirmedAt;
    }

    @Override
    public boolean isHeld() {
        return clock.getAsLong() - confirmedAt < validity;
    }

    @Override
    public void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!isHeld()) {
                // Looks by itself once a second, should a signal come between check and wait.
                boolean _ = confirmed.await(1, TimeUnit.SECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    long now() {
        return clock.getAsLong();
    }

    /** The coordinator counted us in at that time. */
    void confirm(long at) {
        lock.lock();
        try {
            if (at - confirmedAt > 0) {
                confirmedAt = at;
                confirmed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks whether a heartbeat was answered since the last look. Heartbeats run beside the loop,
     * so the answer was given after the last look and not surely later.
     */
    void observe(Map<MetricName, ? extends Metric> metrics) {
        double count = 0;
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
            if (metric.getKey().name().equals(HEARTBEATS)
                    && metric.getValue().metricValue() instanceof Double value) {
                count = value;
            }
        }
        if (count > heartbeats) {
            confirm(lookedAt);
        }
        heartbeats = count;
        lookedAt = clock.getAsLong();
    }
}

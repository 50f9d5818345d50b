package io.erpsync.polling.kafka;

import io.erpsync.polling.plan.HintOffsets;
import java.util.Collection;

/**
 * The time during which this replica owns one partition, and with it the connections that lie in
 * it. Once ended it never comes back: another one begins.
 */
public final class Tenure {

    private final int partition;
    private final HintOffsets offsets;
    private boolean ended;

    Tenure(int partition, long position) {
        this.partition = partition;
        this.offsets = new HintOffsets(position);
    }

    public int partition() {
        return partition;
    }

    public synchronized boolean isOver() {
        return ended;
    }

    synchronized void end() {
        ended = true;
    }

    synchronized void taken(long offset) {
        offsets.taken(offset);
    }

    /** Hints that need nothing published are settled by the next transaction of the partition. */
    public synchronized void settle(Collection<Long> hints) {
        offsets.settled(hints);
    }

    synchronized long next(Collection<Long> settling) {
        return offsets.next(settling);
    }
}

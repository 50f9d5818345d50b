package io.erpsync.writer.target;

import io.erpsync.connector.RequestGate;
import io.erpsync.model.Urgency;
import io.erpsync.writer.execute.Lease;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A gate that lets nothing through while the group may have counted us out: the wait for a permit
 * can be longer than it takes another writer to inherit the command.
 */
final class LeaseGate implements RequestGate {

    private final RequestGate gate;
    private final Lease lease;
    private final AtomicInteger waiting;

    LeaseGate(RequestGate gate, Lease lease, AtomicInteger waiting) {
        this.gate = gate;
        this.lease = lease;
        this.waiting = waiting;
    }

    @Override
    public Permit enter(Urgency urgency) throws InterruptedException {
        waiting.incrementAndGet();
        try {
            while (true) {
                lease.await();
                Permit permit = gate.enter(urgency);
                if (lease.isHeld()) {
                    return permit;
                }
                // Nothing was sent with it; it comes back as if something had been.
                permit.answered();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }
}

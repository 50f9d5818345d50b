package io.erpsync.connector.testkit;

import io.erpsync.connector.RequestGate;
import io.erpsync.model.Urgency;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A gate that never waits and counts how its permits ended. */
final class CountingGate implements RequestGate {

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    @Override
    public Permit enter(Urgency urgency) {
        open.incrementAndGet();
        return new Permit() {
            @Override
            public void answered() {
                open.decrementAndGet();
                answered.incrementAndGet();
            }

            @Override
            public void refused(@Nullable Duration retryAfter) {
                open.decrementAndGet();
                refused.incrementAndGet();
            }

            @Override
            public void lost() {
                open.decrementAndGet();
                lost.incrementAndGet();
            }
        };
    }

    /** Permits given and not ended; below zero when one was ended twice. */
    int open() {
        return open.get();
    }

    int answered() {
        return answered.get();
    }

    int refused() {
        return refused.get();
    }

    int lost() {
        return lost.get();
    }
}

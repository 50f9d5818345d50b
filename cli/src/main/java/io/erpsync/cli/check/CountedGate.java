package io.erpsync.cli.check;

import io.erpsync.connector.RequestGate;
import io.erpsync.model.Urgency;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lets every request through, and counts how many were sent and how many came too fast. */
final class CountedGate implements RequestGate {

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public Permit enter(Urgency urgency) {
        sent.incrementAndGet();
        return new Permit() {
            @Override
            public void answered() {
                answered.incrementAndGet();
            }

            @Override
            public void refused(@Nullable Duration retryAfter) {
                answered.incrementAndGet();
                refused.incrementAndGet();
            }

            @Override
            public void notSent() {}

            @Override
            public void lost() {}
        };
    }

    /** Whether anybody was there at all. */
    boolean wasAnswered() {
        return answered.get() > 0;
    }

    /** No system that we know tells how much is left; being refused is all there is to see. */
    CheckLine line(String system, int perSecond) {
        String subject = system + " rate limit";
        String limit = perSecond + " requests a second are allowed, how many are left is not told";
        return refused.get() > 0
                ? CheckLine.warning(
                        subject,
                        "%d of this check's %d were refused; %s"
                                .formatted(refused.get(), sent.get(), limit),
                        "see what else uses up the limit, wait a minute and check again")
                : CheckLine.ok(
                        subject,
                        "none of this check's %d was refused; %s".formatted(sent.get(), limit));
    }
}

package io.erpsync.writer.target;

import static io.erpsync.writer.execute.Examples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.RequestGate;
import io.erpsync.connector.limit.Limit;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Urgency;
import io.erpsync.writer.execute.Lease;
import io.erpsync.writer.target.TargetLimit.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final ConnectionName OTHER = new ConnectionName("other");

    private final AtomicLong now = new AtomicLong();

    @Test
    void alwaysLeavesThePollersTheirShareInWholePermits() {
        TargetLimit limit = new TargetLimit(25, WINDOW, 90, Scope.CONNECTION, 1);
        Limit pollers = new Limit(25, WINDOW, Duration.ZERO).share(10);

        assertThat(inOneWindow(limit)).isEqualTo(23);
        assertThat(pollers.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"25, 90, 23", "25, 100, 25", "5, 90, 4", "1, 90, 1", "300, 90, 270"})
    void roundsThePollersShareDownButNeverToNothing(int requests, int share, int writers) {
        TargetLimit limit = new TargetLimit(requests, WINDOW, share, Scope.CONNECTION, 1);

        assertThat(inOneWindow(limit)).isEqualTo(writers);
    }

    @Test
    void dividesTheLimitOfAnAddressByTheReplicasAndSharesItWithThePollers() {
        TargetLimit limit = new TargetLimit(100, WINDOW, 80, Scope.ADDRESS, 2);

        assertThat(inOneWindow(limit)).isEqualTo(40);
    }

    @Test
    void givesEachConnectionItsOwnLimitOrAllTheSame() {
        Gates own = gates(new TargetLimit(10, WINDOW, 100, Scope.CONNECTION, 1));
        Gates shared = gates(new TargetLimit(10, WINDOW, 100, Scope.ADDRESS, 1));
        List<RequestGate> both = List.of(own.of(ACME), own.of(OTHER));
        now.addAndGet(WINDOW.toNanos());

        assertThat(both).allSatisfy(gate -> assertThat(passes(gate, 1000)).isEqualTo(10));
        assertThat(passes(shared.of(ACME), 1000)).isEqualTo(10);
        assertThat(passes(shared.of(OTHER), 1000)).isZero();
    }

    private Gates gates(TargetLimit limit) {
        return new Gates(limit, Duration.ZERO, now::get);
    }

    @Test
    void keepsTheGateOfAConnectionThatIsReadAnew() {
        Gates gates = gates(new TargetLimit(1, WINDOW, 100, Scope.CONNECTION, 1));
        RequestGate gate = gates.of(ACME);
        now.addAndGet(WINDOW.toNanos());

        assertThat(passes(gate, 5)).isEqualTo(1);
        assertThat(passes(gates.of(ACME), 5)).isZero();
    }

    @Test
    void handsAPermitBackThatCameAfterTheLeaseWasLost() throws InterruptedException {
        AtomicBoolean held = new AtomicBoolean();
        AtomicInteger awaited = new AtomicInteger();
        AtomicInteger returned = new AtomicInteger();
        Lease lease =
                new Lease() {
                    @Override
                    public boolean isHeld() {
                        return held.get();
                    }

                    @Override
                    public void await() {
                        held.set(awaited.incrementAndGet() > 1);
                    }
                };
        RequestGate counting = urgency -> new Returning(returned);

        RequestGate.Permit permit =
                new LeaseGate(counting, lease, new AtomicInteger()).enter(Urgency.BACKGROUND);

        assertThat(awaited).hasValue(2);
        assertThat(returned).hasValue(1);
        permit.answered();
        assertThat(returned).hasValue(2);
    }

    private int inOneWindow(TargetLimit limit) {
        RequestGate gate = gates(limit).of(ACME);
        now.addAndGet(WINDOW.toNanos());
        return passes(gate, 1000);
    }

    /** How many requests pass without waiting; an interrupted thread does not wait. */
    private static int passes(RequestGate gate, int most) {
        int passed = 0;
        while (passed < most && passesNow(gate)) {
            passed++;
        }
        return passed;
    }

    private static boolean passesNow(RequestGate gate) {
        AtomicBoolean passed = new AtomicBoolean();
        Thread thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        gate.enter(Urgency.BACKGROUND);
                                        passed.set(true);
                                    } catch (InterruptedException waited) {
                                        passed.set(false);
                                    }
                                });
        try {
            while (thread.isAlive()
                    && thread.getState() != Thread.State.WAITING
                    && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            thread.interrupt();
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return passed.get();
    }

    private record Returning(AtomicInteger returned) implements RequestGate.Permit {

        @Override
        public void answered() {
            returned.incrementAndGet();
        }

        @Override
        public void refused(@Nullable Duration retryAfter) {
            returned.incrementAndGet();
        }

        @Override
        public void lost() {
            returned.incrementAndGet();
        }
    }
}

package io.erpsync.writer.target;

import static io.erpsync.writer.execute.Examples.BOTH;
import static io.erpsync.writer.execute.Examples.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.Urgency;
import io.erpsync.writer.execute.Lease;
import io.erpsync.writer.target.TargetLimit.Scope;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatesTest {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong();

    @Test
    void leavesThePollersShareAloneWhereSomethingFlowsBack() {
        TargetLimit limit = new TargetLimit(25, WINDOW, 90, Scope.CONNECTION, 1);

        assertThat(inOneWindow(limit, BOTH)).isEqualTo(23);
        assertThat(inOneWindow(limit, NamedDirections.STANDARD.directions())).isEqualTo(25);
    }

    @Test
    void dividesTheLimitOfAnAddressByTheReplicasAndSharesItWithThePollers() {
        TargetLimit limit = new TargetLimit(100, WINDOW, 80, Scope.ADDRESS, 2);

        assertThat(inOneWindow(limit, NamedDirections.STANDARD.directions())).isEqualTo(40);
    }

    @Test
    void keepsTheGateOfAConnectionThatIsReadAnew() {
        Gates gates =
                new Gates(
                        new TargetLimit(1, WINDOW, 100, Scope.CONNECTION, 1),
                        Duration.ZERO,
                        now::get);
        RequestGate gate = gates.of(connection(Mode.LIVE, BOTH));
        now.addAndGet(WINDOW.toNanos());

        assertThat(passes(gate, 5)).isEqualTo(1);
        assertThat(passes(gates.of(connection(Mode.LIVE, BOTH)), 5)).isZero();
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

    private int inOneWindow(TargetLimit limit, Directions directions) {
        Gates gates = new Gates(limit, Duration.ZERO, now::get);
        RequestGate gate = gates.of(connection(Mode.LIVE, directions));
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

package io.erpsync.connector.limit;

import static io.erpsync.model.Urgency.BACKGROUND;
import static io.erpsync.model.Urgency.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.erpsync.connector.RequestGate;
import io.erpsync.connector.RequestGate.Permit;
import io.erpsync.model.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log and the line have simulated clocks; here real threads wait for short windows. */
@Timeout(30)
class FairGateTest {

    private static final Duration WINDOW = Duration.ofMillis(100);

    private final List<String> passed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void neverLetsMoreThanTheLimitThroughInAWindow() throws InterruptedException {
        FairGate gate = new FairGate(limit(5), System::nanoTime);
        List<Long> times = Collections.synchronizedList(new ArrayList<>());

        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RequestGate lane = gate.lane("lane" + i % 3);
            threads.add(Thread.ofVirtual().start(() -> pass(lane, times)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        List<Long> sorted = times.stream().sorted().toList();
        assertThat(sorted).hasSize(20);
        for (int i = 5; i < sorted.size(); i++) {
            // The time is noted a little after the gate opened, so an earlier one may be late.
            assertThat(sorted.get(i) - sorted.get(i - 5)).isGreaterThan(WINDOW.toNanos() / 2);
        }
    }

    @Test
    void letsInteractiveGoFirstAndThenLanesInTurn() throws InterruptedException {
        FairGate gate = new FairGate(limit(1), System::nanoTime);
        Permit held = gate.lane("a").enter(BACKGROUND);
        List<Thread> threads = new ArrayList<>();
        for (String who : List.of("a1", "a2", "b1")) {
            threads.add(waiting(gate, who, BACKGROUND));
        }
        threads.add(waiting(gate, "b9", INTERACTIVE));

        held.answered();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(passed).containsExactly("b9", "a1", "b1", "a2");
    }

    @Test
    void letsNobodyBeHeldUpByOneWhoGivesUp() throws InterruptedException {
        FairGate gate = new FairGate(limit(1), System::nanoTime);
        Permit held = gate.lane("a").enter(BACKGROUND);
        Thread leaving = waiting(gate, "a1", BACKGROUND);
        Thread staying = waiting(gate, "b1", BACKGROUND);

        leaving.interrupt();
        leaving.join();
        held.answered();
        staying.join();

        assertThat(passed).containsExactly("b1");
    }

    @Test
    void holdsEveryLaneBackWhenTheSystemSaysWait() throws InterruptedException {
        FairGate gate = new FairGate(limit(4), System::nanoTime);
        Permit permit = gate.lane("a").enter(BACKGROUND);
        long from = System.nanoTime();

        permit.refused(Duration.ofMillis(300));
        gate.lane("b").enter(INTERACTIVE).answered();

        assertThat(System.nanoTime() - from)
                .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
    }

    private Thread waiting(FairGate gate, String who, Urgency urgency) {
        CountDownLatch started = new CountDownLatch(1);
        Thread thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    started.countDown();
                                    pass(gate, who, urgency);
                                });
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> started.getCount() == 0 && thread.getState() == Thread.State.WAITING);
        return thread;
    }

    private void pass(FairGate gate, String who, Urgency urgency) {
        try {
            Permit permit = gate.lane(who.substring(0, 1)).enter(urgency);
            passed.add(who);
            permit.answered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(RequestGate lane, List<Long> times) {
        try {
            Permit permit = lane.enter(BACKGROUND);
            times.add(System.nanoTime());
            permit.answered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Limit limit(int requests) {
        return new Limit(requests, WINDOW, Duration.ZERO);
    }
}

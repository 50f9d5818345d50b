package io.erpsync.writer.resilience;

import static io.erpsync.writer.execute.Examples.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.Examples;
import io.erpsync.writer.execute.Task;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private static final Outcome SILENT = new Outcome.Unknown("time-out");
    private static final Outcome ANSWERED = new Outcome.Absent("404");

    private final AtomicReference<Instant> now = new AtomicReference<>(Examples.NOON);
    private final Breakers breakers = new Breakers(Duration.ofSeconds(15), clock());
    private final AtomicInteger calls = new AtomicInteger();
    private final Command update = command("a", Examples.update());
    private final Command probe = command("acme", new Task.Probe());

    @Test
    void opensAfterManySilencesAndSaysWhenToComeBack() {
        repeat(10, SILENT);
        pass(Duration.ofSeconds(5));

        Outcome outcome = call(update, ANSWERED);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.TARGET_UNAVAILABLE);
                            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(10));
                        });
        assertThat(calls).hasValue(10);
    }

    @Test
    void countsARefusalAsAnAnswer() {
        repeat(10, new Outcome.Refused(Reason.INVALID_VALUE, null, "no"));

        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void doesNotCountWhatSaysNothingOfTheTarget() {
        repeat(20, new Outcome.Unavailable(Reason.RATE_LIMITED, null, "429"));
        for (int time = 0; time < 20; time++) {
            breakers.call(update, false, () -> SILENT);
        }

        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void closesAgainAfterAFewAnswers() {
        repeat(10, SILENT);
        pass(Duration.ofSeconds(16));

        repeat(3, ANSWERED);

        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void letsAProbeThroughAHalfOpenBreakerThatGaveAllItsTrialsAway() {
        repeat(10, SILENT);
        pass(Duration.ofSeconds(16));

        // Three trials that have not ended yet, one inside the other.
        Outcome[] seen = new Outcome[2];
        trial(
                () ->
                        trial(
                                () ->
                                        trial(
                                                () -> {
                                                    seen[0] = call(update, ANSWERED);
                                                    seen[1] = call(probe, ANSWERED);
                                                })));

        assertThat(seen[0]).isInstanceOf(Outcome.Unavailable.class);
        assertThat(seen[1]).isEqualTo(ANSWERED);
    }

    @Test
    void keepsConnectionsApart() {
        repeat(10, SILENT);

        assertThat(breakers.registry().getAllCircuitBreakers()).hasSize(1);
        assertThat(breakers.registry().circuitBreaker("other").getState()).isEqualTo(State.CLOSED);
    }

    private void trial(Runnable meanwhile) {
        breakers.call(
                update,
                true,
                () -> {
                    meanwhile.run();
                    return ANSWERED;
                });
    }

    private void repeat(int times, Outcome outcome) {
        for (int time = 0; time < times; time++) {
            call(update, outcome);
        }
    }

    private Outcome call(Command command, Outcome outcome) {
        return breakers.call(
                command,
                true,
                () -> {
                    calls.incrementAndGet();
                    return outcome;
                });
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private State state() {
        return breakers.registry().circuitBreaker("acme").getState();
    }
}

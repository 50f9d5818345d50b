package io.erpsync.writer.target;

import static io.erpsync.writer.execute.Examples.BOTH;
import static io.erpsync.writer.execute.Examples.NOON;
import static io.erpsync.writer.execute.Examples.command;
import static io.erpsync.writer.execute.Examples.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.secret.ResolvedAccess;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.Examples;
import io.erpsync.writer.execute.Task;
import io.erpsync.writer.resilience.Breakers;
import io.erpsync.writer.resilience.CommandDeadline;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which object is blamed for what fails, behind a breaker whose time stands still. */
class TargetExecutorTest {

    private static final Outcome SILENT = new Outcome.Unknown("500");
    private static final Outcome DOWN =
            new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "503");
    private static final Outcome APPLIED =
            new Outcome.Applied(
                    new StoredRecord(
                            new RecordReference(Examples.FORTNOX, "customer", "7"),
                            null,
                            Examples.NAME,
                            NOON));
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private static final Directions NONE = new Directions(Set.of(), Set.of());

    private final AtomicReference<Directions> directions = new AtomicReference<>(BOTH);
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final FakeConnector connector = new FakeConnector();
    private final Breakers breakers = new Breakers(PAUSE, clock());
    private final CommandDeadline deadline = new CommandDeadline(Duration.ofSeconds(30));
    private final OpenConnections open =
            new OpenConnections(
                    connector,
                    _ -> new ResolvedAccess(Map.of("tenant", "1"), List.of()),
                    _ -> _ -> new Free(),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1));
    private final TargetExecutor executor =
            new TargetExecutor(
                    _ -> connection(Mode.LIVE, directions.get()),
                    open,
                    Examples.KEEPS_KEY,
                    breakers,
                    deadline,
                    new CommandMeters(new SimpleMeterRegistry()),
                    now::get);

    @AfterEach
    void close() {
        deadline.close();
        open.close();
    }

    @Test
    void refusesTheObjectThatFailsFiveTimesWhileOthersPass() {
        failFourTimesWhileOthersPass(Examples.update(), SILENT);

        assertThat(execute("bad", Examples.update(), SILENT))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .returns(Reason.FAILS_REPEATEDLY, Outcome.Refused::reason);
    }

    @Test
    void doesNotSayThatNothingWasWrittenOfWhatMayNotBeSentAnyMore() {
        directions.set(NONE);
        Command create = command("bad", Examples.create());

        Answered first = executor.execute(create, false);
        Answered again = executor.execute(create, true);

        assertThat(first.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(again.outcome()).isInstanceOf(Outcome.Unknown.class);
        assertThat(again.attemptedAt()).isEqualTo(NOON);
    }

    @Test
    void neverCountsWhatTheBreakerDidNotSend() {
        for (int time = 0; time < 5; time++) {
            execute("good", Examples.read(), APPLIED);
            open();
            assertThat(execute("bad", Examples.read(), APPLIED))
                    .as("not sent")
                    .isInstanceOf(Outcome.Unavailable.class);
            closeAgain();
        }

        assertThat(execute("bad", Examples.read(), DOWN)).isEqualTo(DOWN);
    }

    @Test
    void neverCountsWhatWasInterrupted() {
        failFourTimesWhileOthersPass(Examples.update(), SILENT);

        Thread.currentThread().interrupt();
        Outcome interrupted = execute("bad", Examples.update(), SILENT);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(interrupted).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void neverCountsWhatAWriterBeforeUsBegan() {
        failFourTimesWhileOthersPass(Examples.update(), SILENT);

        connector.answer = () -> SILENT;
        Outcome again = executor.execute(command("bad", Examples.update()), true).outcome();

        assertThat(again).isEqualTo(SILENT);
    }

    @Test
    void takesTheFaultOfAnObjectForAnAnswerOfTheTarget() {
        failFourTimesWhileOthersPass(Examples.update(), SILENT);
        int before =
                breakers.registry().circuitBreaker("acme").getMetrics().getNumberOfFailedCalls();

        execute("bad", Examples.update(), SILENT);

        assertThat(breakers.registry().circuitBreaker("acme").getMetrics().getNumberOfFailedCalls())
                .isEqualTo(before);
    }

    private void failFourTimesWhileOthersPass(Task task, Outcome failure) {
        for (int time = 0; time < 4; time++) {
            assertThat(execute("bad", task, failure)).isEqualTo(failure);
            execute("good", task, APPLIED);
            execute("better", task, APPLIED);
        }
    }

    /** Opens the breaker by updates alone, after which reads are not sent either. */
    private void open() {
        for (int time = 0; breaker() == State.CLOSED; time++) {
            execute("link-" + time, Examples.update(), SILENT);
        }
        assertThat(breaker()).isEqualTo(State.OPEN);
    }

    private void closeAgain() {
        now.updateAndGet(before -> before.plus(PAUSE).plusSeconds(1));
        for (int time = 0; time < 3; time++) {
            execute("good", Examples.read(), APPLIED);
        }
        assertThat(breaker()).isEqualTo(State.CLOSED);
    }

    private State breaker() {
        return breakers.registry().circuitBreaker("acme").getState();
    }

    private Outcome execute(String link, Task task, Outcome answer) {
        connector.answer = () -> answer;
        Command command = command(link, task);
        return executor.execute(command, false).outcome();
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    /** The permit of a gate that holds nobody up. */
    private record Free() implements RequestGate.Permit {

        @Override
        public void answered() {}

        @Override
        public void refused(@Nullable Duration retryAfter) {}

        @Override
        public void lost() {}
    }
}

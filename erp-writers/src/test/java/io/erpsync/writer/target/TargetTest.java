package io.erpsync.writer.target;

import static io.erpsync.writer.execute.Examples.BOTH;
import static io.erpsync.writer.execute.Examples.NOON;
import static io.erpsync.writer.execute.Examples.command;
import static io.erpsync.writer.execute.Examples.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.secret.ResolvedAccess;
import io.erpsync.connector.Answer;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.Examples;
import io.erpsync.writer.execute.Lease;
import io.erpsync.writer.execute.Task;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final Outcome APPLIED =
            new Outcome.Applied(
                    new StoredRecord(
                            new RecordReference(Examples.FORTNOX, "customer", "7"),
                            null,
                            Examples.NAME,
                            NOON));
    private static final Outcome SILENT = new Outcome.Unknown("500");

    private final FakeConnector connector = new FakeConnector();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private @Nullable Connection connection = connection(Mode.LIVE, BOTH);
    private ResolvedAccess access = new ResolvedAccess(Map.of("tenant", "1"), List.of());
    private final Target target = target(Duration.ofSeconds(30), 1000);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void callsTheConnectorAndAnswersWithItsOutcome() {
        connector.answer = () -> APPLIED;

        Answered create = execute(command("a", Examples.create()), false);
        execute(command("a", Examples.update()), false);
        execute(command("a", Examples.read()), false);

        assertThat(create.outcome()).isEqualTo(APPLIED);
        assertThat(create.attemptedAt()).isNotNull().isBeforeOrEqualTo(create.answeredAt());
        assertThat(connector.requests.get(0))
                .asInstanceOf(InstanceOfAssertFactories.type(CreateRequest.class))
                .returns(null, CreateRequest::attemptedSince);
        assertThat(connector.requests.get(1))
                .asInstanceOf(InstanceOfAssertFactories.type(UpdateRequest.class))
                .returns(false, UpdateRequest::readFirst);
        assertThat(((ReadRequest) connector.requests.get(2)).fields()).contains("OurReference");
        assertThat(connector.opened).hasValue(1);
        assertThat(
                        meters.get("erpsync.writer.commands")
                                .tags("action", "create", "outcome", "applied", "reason", "none")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void readsFirstWhatMayHaveBeenBegun() {
        connector.answer = () -> APPLIED;

        Answered answered = execute(command("a", Examples.update()), true);

        assertThat(connector.requests)
                .singleElement(InstanceOfAssertFactories.type(UpdateRequest.class))
                .returns(true, UpdateRequest::readFirst);
        assertThat(answered.outcome()).isEqualTo(APPLIED);
        assertThat(answered.attemptedAt()).as("may have been there before").isNull();
    }

    @Test
    void doesNotPassOffWhatWasFoundAsItsOwnWrite() {
        connector.answer = () -> APPLIED;
        Command known =
                command(
                        "a",
                        Examples.create(),
                        MatrixCell.CREATE_FROM_LIME,
                        Examples.FORTNOX,
                        NOON.minusSeconds(300));

        Answered found = execute(known, false);
        connector.answer = () -> SILENT;
        Answered notLooked = execute(known, false);

        assertThat(connector.requests)
                .first(InstanceOfAssertFactories.type(CreateRequest.class))
                .returns(NOON.minusSeconds(300), CreateRequest::attemptedSince);
        assertThat(found.attemptedAt()).isNull();
        assertThat(notLooked.attemptedAt()).isEqualTo(NOON.minusSeconds(300));
    }

    @Test
    void sendsNothingWhileAnInterruptedCreateMayStillBeUnderWay() {
        Answered answered = execute(command("a", Examples.create()), true);

        assertThat(answered.outcome()).isInstanceOf(Outcome.Unknown.class);
        assertThat(answered.attemptedAt()).isEqualTo(NOON);
        assertThat(connector.requests).isEmpty();
    }

    @Test
    void sendsNothingThroughAClosedDirection() {
        connection = connection(Mode.OBSERVE, BOTH);

        Answered answered = execute(command("a", Examples.create()), false);

        assertThat(reason(answered)).isEqualTo(Reason.DIRECTION_CLOSED);
        assertThat(answered.attemptedAt()).isNull();
        assertThat(connector.requests).isEmpty();
    }

    @Test
    void answersForAConnectionThatIsNotConfigured() {
        connection = null;

        assertThat(reason(execute(command("a", Examples.create()), false)))
                .isEqualTo(Reason.SETTINGS_FAULT);
    }

    @Test
    void tellsWhichSettingOrSecretIsAtFault() {
        access = new ResolvedAccess(Map.of(), List.of());
        Answered setting = execute(command("a", Examples.create()), false);
        access =
                new ResolvedAccess(
                        Map.of(),
                        List.of(new ConnectionFault("acme", "", "erp.client-id", "", "is unset")));
        Answered secret = execute(command("a", Examples.create()), false);

        assertThat(reason(setting)).isEqualTo(Reason.SETTINGS_FAULT);
        assertThat(words(setting)).contains("tenant");
        assertThat(words(secret)).contains("erp.client-id");
    }

    @Test
    void opensAnewWhenASecretChanges() {
        execute(command("a", Examples.read()), false);
        access = new ResolvedAccess(Map.of("tenant", "2"), List.of());
        execute(command("a", Examples.read()), false);
        execute(command("a", Examples.read()), false);

        assertThat(connector.opened).hasValue(2);
    }

    @Test
    void probesWithOneCheapCall() {
        Answered works = execute(command("acme", new Task.Probe()), false);
        connector.identity = new Answer.Failed<>(Reason.NOT_AUTHORISED, null, "401");
        Answered fails = execute(command("acme", new Task.Probe()), false);

        assertThat(works.outcome()).isInstanceOf(Outcome.Applied.class);
        assertThat(reason(fails)).isEqualTo(Reason.NOT_AUTHORISED);
    }

    @Test
    void answersAlsoWhenAConnectorThrows() {
        connector.answer =
                () -> {
                    throw new IllegalStateException("hush");
                };

        Answered write = execute(command("a", Examples.create()), false);
        Answered read = execute(command("a", Examples.read()), false);

        assertThat(write.outcome()).isInstanceOf(Outcome.Unknown.class);
        assertThat(reason(read)).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(write.outcome().toString()).doesNotContain("hush");
    }

    @Test
    void givesUpAtTheDeadlineWithWhatTheConnectorKnows() throws Exception {
        connector.answer = TargetTest::never;
        try (Target hasty = target(Duration.ofMillis(500), 1);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answered>> both =
                    Stream.of("a", "b")
                            .map(link -> command(link, Examples.create()))
                            .map(one -> threads.submit(() -> hasty.executor().execute(one, false)))
                            .toList();

            List<Outcome> outcomes =
                    List.of(both.get(0).get().outcome(), both.get(1).get().outcome());

            assertThat(outcomes).contains(SILENT);
            assertThat(outcomes)
                    .filteredOn(Outcome.Unavailable.class::isInstance)
                    .singleElement(InstanceOfAssertFactories.type(Outcome.Unavailable.class))
                    .returns(Reason.RATE_LIMITED, Outcome.Unavailable::reason);
            assertThat(connector.requests).hasSize(1);
        }
    }

    private static Outcome never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            return SILENT;
        }
        return APPLIED;
    }

    @Test
    void stopsSendingWhenTheTargetStopsAnswering() {
        connector.answer = () -> SILENT;
        for (int link = 0; link < 10; link++) {
            execute(command("link" + link, Examples.update()), false);
        }

        Answered refused = execute(command("next", Examples.update()), false);
        Answered probe = execute(command("acme", new Task.Probe()), false);

        assertThat(connector.requests).hasSize(10);
        assertThat(reason(refused)).isEqualTo(Reason.TARGET_UNAVAILABLE);
        assertThat(((Outcome.Unavailable) refused.outcome()).retryAfter()).isPositive();
        assertThat(reason(probe)).isEqualTo(Reason.TARGET_UNAVAILABLE);
    }

    @Test
    void neverSaysThatSurelyNothingWasWrittenOfWhatMayHaveBeenBegun() {
        connector.answer = () -> new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "503");

        assertThat(execute(command("a", Examples.update()), true).outcome())
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(reason(execute(command("a", Examples.update()), false)))
                .isEqualTo(Reason.TARGET_UNAVAILABLE);
    }

    private Answered execute(Command command, boolean again) {
        return target.executor().execute(command, again);
    }

    private Target target(Duration deadline, int requests) {
        return new Target(
                connector,
                new TargetLimit(
                        requests, Duration.ofMillis(100), 100, TargetLimit.Scope.CONNECTION, 1),
                _ -> connection,
                _ -> access,
                new Held(),
                Duration.ofSeconds(5),
                deadline,
                meters);
    }

    private static Reason reason(Answered answered) {
        return switch (answered.outcome()) {
            case Outcome.Refused(Reason reason, _, _) -> reason;
            case Outcome.Unavailable(Reason reason, _, _) -> reason;
            default -> throw new AssertionError("no reason in " + answered.outcome());
        };
    }

    private static String words(Answered answered) {
        return ((Outcome.Unavailable) answered.outcome()).words();
    }

    private record Held() implements Lease {

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void await() {}
    }
}

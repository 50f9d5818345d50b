package io.erpsync.connector.fortnox;

import static io.erpsync.connector.fortnox.FortnoxStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.connector.fortnox.FortnoxStub.Told;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FortnoxConnectionIT {

    private static final String CUSTOMER =
            "{\"Customer\":{\"CustomerNumber\":\"1042\",\"Name\":\"A\"}}";

    private final FortnoxStub stub = new FortnoxStub();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final List<ConnectedSystem> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ConnectedSystem::close);
        stub.close();
    }

    @Test
    void asksForOneTokenHoweverManyWait() throws InterruptedException, ExecutionException {
        stub.answer(_ -> json(200, CUSTOMER));
        ConnectedSystem system = open(RequestGate.OPEN);
        read(system);
        now.updateAndGet(time -> time.plus(Duration.ofHours(2)));

        List<Future<Outcome>> reads;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            reads =
                    IntStream.range(0, 20)
                            .mapToObj(_ -> threads.submit(() -> read(system)))
                            .toList();
        }

        for (Future<Outcome> read : reads) {
            assertThat(read.get()).isInstanceOf(Outcome.Applied.class);
        }
        assertThat(stub.count("/oauth-v1/token")).isEqualTo(2);
        assertThat(stub.count("/3/companyinformation")).isEqualTo(1);
    }

    @Test
    void asksForATokenWithTheCredentialsAndTheTenant() {
        stub.answer(_ -> json(200, CUSTOMER));

        read(open(RequestGate.OPEN));

        FortnoxStub.Asked asked = stub.first("/oauth-v1/token");
        assertThat(asked.headers())
                .containsEntry("authorization", "Basic ZGVtbzpodXNo")
                .containsEntry("tenantid", "29302");
        assertThat(asked.body()).isEqualTo("grant_type=client_credentials");
        assertThat(stub.asked().getFirst().headers()).containsEntry("authorization", "Bearer t-0");
    }

    @Test
    void usesATokenUntilShortlyBeforeItsEnd() {
        stub.answer(_ -> json(200, CUSTOMER));
        ConnectedSystem system = open(RequestGate.OPEN);

        read(system);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(58)));
        read(system);
        assertThat(stub.count("/oauth-v1/token")).isEqualTo(1);

        now.updateAndGet(time -> time.plus(Duration.ofSeconds(90)));
        read(system);
        assertThat(stub.count("/oauth-v1/token")).isEqualTo(2);
    }

    @Test
    void givesUpWhenANewTokenIsRefusedToo() {
        stub.answer(_ -> json(401, "{\"message\":\"unauthorized\"}"));

        Outcome outcome = update(open(RequestGate.OPEN), "1042");

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(Reason.NOT_AUTHORISED, null, "unauthorized"));
        assertThat(stub.asked()).hasSize(2);
        assertThat(stub.count("/oauth-v1/token")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void saysThatTheTokenServiceRefusedTheCredentials(int status) {
        stub.answerTokens(
                new Told(
                        status,
                        "{\"error\":\"invalid_grant\",\"error_description\":\"No consent\"}",
                        Map.of("Content-Type", "text/html")));

        Answer<?> answer = open(RequestGate.OPEN).identify();

        assertThat(answer)
                .isEqualTo(new Answer.Failed<>(Reason.NOT_AUTHORISED, null, "No consent"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 302})
    void surelyWritesNothingWithoutAToken(int status) {
        stub.answerTokens(new Told(status, "<html>", Map.of()));

        Outcome outcome = update(open(RequestGate.OPEN), "1042");

        assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
        assertThat(stub.asked()).isEmpty();
    }

    @Test
    void sendsNoRequestAgainWhenTheConnectionBreaks() {
        stub.answer(_ -> json(200, CUSTOMER));
        ConnectedSystem system = open(RequestGate.OPEN);
        read(system);
        stub.answer(_ -> FortnoxStub.DROPPED);

        Outcome outcome = update(system, "1042");

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(stub.asked()).filteredOn(asked -> asked.method().equals("PUT")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Customer\":{\"CustomerNumber\":\"10420\",\"Name\":\"Other\"}}",
                "{\"Invoice\":{}}",
                "{\"Customer\":null}",
                "[]"
            })
    void takesNoOtherBodyForTheCustomer(String body) {
        stub.answer(_ -> json(200, body));
        ConnectedSystem system = open(RequestGate.OPEN);

        assertThat(update(system, "1042")).isInstanceOf(Outcome.Unknown.class);
        assertThat(read(system))
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.reason())
                                        .isEqualTo(Reason.UNEXPECTED_ANSWER));
    }

    @Test
    void passesOnHowLongToWait() {
        stub.answer(
                _ ->
                        new Told(
                                429,
                                "{\"message\":\"Too Many Requests\"}",
                                Map.of("Retry-After", "30")));

        Outcome outcome = update(open(RequestGate.OPEN), "1042");

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Unavailable(
                                Reason.RATE_LIMITED, Duration.ofSeconds(30), "too many requests"));
    }

    @Test
    void passesOnHowLongAnUnavailableFortnoxWantsToBeLeftAlone() {
        stub.answer(_ -> new Told(503, "", Map.of("Retry-After", "120")));
        ConnectedSystem system = open(RequestGate.OPEN);

        Outcome outcome = read(system);
        Answer<FeedPage> page =
                system.poll(new FeedQuery(ObjectType.CUSTOMER, Feed.INDEX, null, Set.of()));

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Unavailable(
                                Reason.TARGET_UNAVAILABLE,
                                Duration.ofMinutes(2),
                                "Fortnox answered 503"));
        assertThat(page)
                .isEqualTo(
                        new Answer.Failed<FeedPage>(
                                Reason.TARGET_UNAVAILABLE,
                                Duration.ofMinutes(2),
                                "Fortnox answered 503"));
    }

    @Test
    void passesOnHowLongTheTokenServiceWantsToBeLeftAlone() {
        stub.answerTokens(new Told(503, "", Map.of("Retry-After", "120")));

        assertThat(read(open(RequestGate.OPEN)))
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.retryAfter())
                                        .isEqualTo(Duration.ofMinutes(2)));
    }

    @Test
    void surelyWritesNothingWhenStoppedAtTheGate() {
        RequestGate shut =
                _ -> {
                    throw new InterruptedException();
                };

        Outcome outcome = update(open(shut), "1042");

        assertThat(Thread.interrupted()).as("still marked as interrupted").isTrue();
        assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
        assertThat(stub.asked()).isEmpty();
    }

    @Test
    void doesNotKnowWhatBecameOfAWriteWhenStoppedBeforeTheAnswer() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        stub.answer(
                _ -> {
                    arrived.countDown();
                    awaitQuietly(ended);
                    return json(200, CUSTOMER);
                });
        ConnectedSystem system = open(RequestGate.OPEN);
        AtomicReference<Object> seen = new AtomicReference<>();

        Thread writer =
                Thread.startVirtualThread(
                        () ->
                                seen.set(
                                        List.of(
                                                update(system, "1042"),
                                                Thread.currentThread().isInterrupted())));
        arrived.await();
        writer.interrupt();
        writer.join();
        ended.countDown();

        assertThat(seen.get())
                .isEqualTo(
                        List.of(
                                new Outcome.Unknown("interrupted while waiting for the answer"),
                                true));
    }

    @Test
    void addressesNumbersThatAreNotNumbers() {
        stub.answer(_ -> json(200, "{\"Customer\":{\"CustomerNumber\":\"A/7 å?\"}}"));

        Outcome outcome = update(open(RequestGate.OPEN), "A/7 å?");

        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        assertThat(stub.asked().getFirst().path()).isEqualTo("/3/customers/A%2F7%20%C3%A5%3F");
    }

    private ConnectedSystem open(RequestGate gate) {
        ConnectedSystem system = new FortnoxConnector(now::get).open(stub.settings(Map.of()), gate);
        opened.add(system);
        return system;
    }

    private static Outcome read(ConnectedSystem system) {
        return system.read(
                new ReadRequest(ObjectType.CUSTOMER, "1042", Set.of(), Urgency.BACKGROUND));
    }

    private static Outcome update(ConnectedSystem system, String number) {
        return system.update(
                new UpdateRequest(
                        ObjectType.CUSTOMER,
                        number,
                        Fields.NONE.with("City", Value.text("Lund")),
                        false,
                        Urgency.BACKGROUND));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

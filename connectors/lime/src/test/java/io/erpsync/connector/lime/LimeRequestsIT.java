package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Identity;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.connector.lime.StubLime.Response;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the line, request by request. */
class LimeRequestsIT {

    private static final Fields NUMBERED =
            Fields.of(Map.of("name", Value.text("Nordlys"), "erp_id", Value.text("C00042")));

    private final StubLime lime = new StubLime();
    private final PermitCount permits = new PermitCount();
    private final ConnectedSystem system = lime.open(permits, "sync-user", "2701");

    @AfterEach
    void close() {
        system.close();
        lime.close();
    }

    @Test
    void sendsARequestOnceEvenWhenTheConnectionBreaks() {
        lime.answer(_ -> Response.CUT);

        Outcome outcome = create(NUMBERED, null);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(lime.requests()).hasSize(1);
        assertThat(permits.ends()).containsExactly("answered", "lost");
    }

    @Test
    void sendsNothingMoreOverAConnectionThatAnsweredAndBrokeLater() {
        lime.answer(_ -> Response.json(200, Companies.nordlys()));
        assertThat(read()).isInstanceOf(Outcome.Applied.class);
        lime.answer(_ -> Response.CUT);

        Outcome outcome = update(Fields.NONE.with("name", Value.text("x")), false);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(lime.requests()).hasSize(2);
    }

    @Test
    void doesNotLetTheClientBelowRepeatACreateAfterAReset() throws IOException {
        try (ResettingServer server = new ResettingServer();
                ConnectedSystem reset =
                        new LimeConnector()
                                .open(lime.settings("url", server.url()), RequestGate.OPEN)) {

            Outcome outcome = create(reset, NUMBERED, null);

            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(server.requests()).filteredOn(line -> line.startsWith("POST")).hasSize(1);
        }
    }

    @Test
    void tellsTheGateThatLimeSaysItIsTooFast() {
        lime.answer(_ -> Response.json(429, "{}").with("Retry-After", "7"));

        Outcome outcome = read();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(permits.ends()).containsExactly("answered", "refused PT7S");
    }

    @Test
    void givesUpWaitingForAPermitWhenInterrupted() {
        RequestGate closed =
                _ -> {
                    throw new InterruptedException();
                };
        try (ConnectedSystem waiting = lime.open(closed)) {

            Answer<Identity> answer = waiting.identify();

            assertThat(answer).isInstanceOf(Answer.Failed.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lime.requests()).isEmpty();
        }
    }

    @Test
    void embedsTheRelationsThatTheFieldsGoOver() {
        lime.answer(_ -> Response.json(200, Companies.nordlysWithCoworker()));

        Outcome outcome =
                system.read(
                        new ReadRequest(
                                ObjectType.CUSTOMER,
                                "1042",
                                Set.of("name", "coworker.email"),
                                Urgency.BACKGROUND));

        assertThat(lime.requests().getFirst().query()).containsEntry("_embed", "coworker");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Applied.class,
                        it ->
                                assertThat(it.record().fields().get("coworker.email"))
                                        .isEqualTo(Value.text("eva@nordlys.test")));
    }

    @Test
    void writesOnlyWhatARepeatedUpdateLacks() {
        lime.answer(_ -> Response.json(200, Companies.nordlys()));
        Fields wanted =
                Fields.of(
                        Map.of(
                                "erp_id", Value.text("C00042"),
                                "erp_status", Value.text("synced"),
                                "erp_errormessage", Value.empty(),
                                "registrationno", Value.text("559001-9999")));

        update(wanted, true);

        assertThat(lime.requests()).hasSize(2);
        assertThat(lime.requests().getLast().method()).isEqualTo("PUT");
        assertThat(lime.requests().getLast().body())
                .isEqualTo("{\"registrationno\":\"559001-9999\"}");
    }

    @Test
    void looksByExactNumberBeforeARepeatedCreate() {
        lime.answer(
                request ->
                        request.path().equals("limeobject/company/")
                                ? list(Companies.nordlys())
                                : Response.json(200, Companies.nordlys()));

        Outcome outcome = create(NUMBERED, Instant.EPOCH);

        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        assertThat(lime.requests()).allMatch(request -> request.method().equals("GET"));
        assertThat(lime.requests().getFirst().query()).containsEntry("erp_id", "C00042");
    }

    @Test
    void createsWhenNoRecordHasExactlyThatNumber() {
        lime.answer(
                request ->
                        request.method().equals("GET")
                                ? list(Companies.company(7, "x", "c00042", "synced"))
                                : Response.json(201, Companies.nordlys()));

        Outcome outcome = create(NUMBERED, Instant.EPOCH);

        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        assertThat(lime.requests().getLast().method()).isEqualTo("POST");
    }

    @Test
    void doesNotGuessBetweenTwoWithThatNumber() {
        lime.answer(
                _ ->
                        list(
                                Companies.company(7, "x", "C00042", "synced")
                                        + ","
                                        + Companies.company(8, "y", "C00042", "synced")));

        assertThat(create(NUMBERED, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> assertThat(it.reason()).isEqualTo(Reason.AMBIGUOUS_MATCH));
    }

    @Test
    void doesNotRepeatACreateWithoutANumber() {
        Fields unnumbered = NUMBERED.without("erp_id");

        assertThat(create(unnumbered, Instant.EPOCH)).isInstanceOf(Outcome.Refused.class);
        assertThat(lime.requests()).isEmpty();
    }

    @Test
    void refusesAPropertyThatLimeDoesNotHaveWithoutSendingIt() {
        Outcome outcome = update(Fields.NONE.with("colour", Value.text("red")), false);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> {
                            assertThat(it.reason()).isEqualTo(Reason.MAPPING_NOT_VALID);
                            assertThat(it.field()).isEqualTo("colour");
                        });
        assertThat(lime.requests()).isEmpty();
    }

    @Test
    void tellsHowFarLimesClockIsOff() {
        lime.answer(_ -> Response.json(200, "{}"));
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        try (ConnectedSystem behind =
                new LimeConnector(slow).open(lime.settings(), RequestGate.OPEN)) {

            Answer<Identity> answer = behind.identify();

            assertThat(answer).isInstanceOf(Answer.Got.class);
            Identity identity = ((Answer.Got<Identity>) answer).value();
            assertThat(identity.name()).isEqualTo("acme");
            assertThat(identity.clockSkew()).isCloseTo(Duration.ofHours(1), Duration.ofMinutes(1));
        }
    }

    @Test
    void refusesTheKeyOfAnotherUserWhereLimeTellsWhose() {
        lime.answer(_ -> Response.json(200, "{\"user\":{\"id\":3701}}"));

        assertThat(system.identify())
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        it -> {
                            assertThat(it.reason()).isEqualTo(Reason.SETTINGS_FAULT);
                            assertThat(it.words()).contains("3701").contains("sync-user");
                        });
    }

    private Outcome read() {
        return system.read(
                new ReadRequest(ObjectType.CUSTOMER, "1042", Set.of(), Urgency.BACKGROUND));
    }

    private Outcome update(Fields fields, boolean readFirst) {
        return system.update(
                new UpdateRequest(
                        ObjectType.CUSTOMER, "1042", fields, readFirst, Urgency.BACKGROUND));
    }

    private Outcome create(Fields fields, @Nullable Instant attemptedSince) {
        return create(system, fields, attemptedSince);
    }

    private static Outcome create(
            ConnectedSystem through, Fields fields, @Nullable Instant attemptedSince) {
        return through.create(
                new CreateRequest(
                        ObjectType.CUSTOMER,
                        new LinkId("link-1"),
                        fields,
                        attemptedSince,
                        Urgency.BACKGROUND));
    }

    private static Response list(String rows) {
        return Response.json(200, "{\"_embedded\":{\"limeobjects\":[" + rows + "]}}");
    }
}

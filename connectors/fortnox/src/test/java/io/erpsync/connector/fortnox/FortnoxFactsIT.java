package io.erpsync.connector.fortnox;

import static io.erpsync.connector.fortnox.FortnoxStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known, or not known, of Fortnox beyond what every system has: a scenario for each. */
class FortnoxFactsIT {

    private static final Map<String, String> OURS = Map.of("number", "ours");

    private final SandboxStandIn standIn = new SandboxStandIn();
    private final FortnoxStub stub = new FortnoxStub();
    private final List<ConnectedSystem> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ConnectedSystem::close);
        stub.close();
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upper", "lower", "recorded", "alternate"})
    void readsRefusalsInEitherSpelling(String casing) {
        standIn.door()
                .send(
                        "POST",
                        "/sandbox/fortnox/1/switches",
                        "{\"errorCasing\":\"" + casing + "\"}");
        ConnectedSystem system = open(Map.of());
        String id = standIn.seed(named("A"));

        for (int time = 0; time < 2; time++) {
            Outcome tooLong = update(system, id, "ZipCode", "12345678901");
            Outcome gone = update(system, "no-such-number", "City", "Lund");

            assertThat(tooLong)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> {
                                assertThat(refused.reason()).isEqualTo(Reason.VALUE_TOO_LONG);
                                assertThat(refused.field()).isEqualTo("ZipCode");
                                assertThat(refused.words()).isNotBlank();
                            });
            assertThat(gone).isInstanceOf(Outcome.Absent.class);
        }
    }

    @Test
    void aNumberOfADeletedCustomerStaysTaken() {
        ConnectedSystem system = open(OURS);
        StoredRecord first = applied(create(system, "key-1", "900"));
        standIn.remove(first.reference().id());

        Outcome again = create(system, "key-2", "900");

        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.NUMBER_TAKEN);
                            assertThat(refused.field()).isEqualTo("CustomerNumber");
                        });
    }

    @Test
    void aNumberOfOursMayBeSentAgainWithoutALook() {
        ConnectedSystem system = open(OURS);
        standIn.door()
                .send(
                        "POST",
                        "/sandbox/faults",
                        "{\"kind\":\"commit-then-drop\",\"method\":\"POST\","
                                + "\"pathRegex\":\"customers\"}");

        Outcome lost = create(system, "key-1", "901");
        StoredRecord found = applied(create(system, "key-1", "901"));
        Outcome stranger = create(system, "key-2", "901");

        assertThat(lost).isInstanceOf(Outcome.Unknown.class);
        assertThat(found.reference().id()).isEqualTo("901");
        assertThat(((Outcome.Refused) stranger).reason()).isEqualTo(Reason.NUMBER_TAKEN);
        assertThat(standIn.writes()).hasSize(1);
    }

    @Test
    void nextInTheSeriesIsTakenFromTheBodyAndNotFromTheLocation() {
        stub.answer(
                _ ->
                        new FortnoxStub.Told(
                                201,
                                "{\"Customer\":{\"CustomerNumber\":\"K-77\","
                                        + "\"ExternalReference\":\"key-1\",\"Name\":\"A\"}}",
                                Map.of("Location", "customers")));

        StoredRecord created = applied(create(atStub(), "key-1", null));

        assertThat(created.reference().id()).isEqualTo("K-77");
    }

    @Test
    void theNameOfACountryIsReadAndNeverSent() {
        ConnectedSystem system = open(Map.of());
        String id = standIn.seed(named("A").with("CountryCode", Value.text("SE")));

        StoredRecord read = applied(read(system, id));
        Outcome name = update(system, id, "Country", "Norge");
        Outcome nonsense = update(system, id, "CountryCode", "SVERIGE");

        assertThat(read.fields().get("Country")).isEqualTo(Value.text("Sverige"));
        assertThat(((Outcome.Refused) name).reason()).isEqualTo(Reason.MAPPING_NOT_VALID);
        assertThat(((Outcome.Refused) nonsense).field()).isEqualTo("CountryCode");
        assertThat(standIn.writes()).isEmpty();
    }

    @Test
    void nothingIsNothingWhetherNullOrAnEmptyText() {
        ConnectedSystem system = open(Map.of());
        String id = standIn.seed(named("A"));

        Fields fields = applied(read(system, id)).fields();

        // The detail says null of an address and an empty text of an address for mail.
        assertThat(fields.get("Address1")).isEqualTo(Value.empty());
        assertThat(fields.get("EmailInvoice")).isEqualTo(Value.empty());
        assertThat(fields.get("Phone1")).isEqualTo(Value.empty());
        assertThat(fields.get("YourReference")).isEqualTo(Value.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void anEmptyValueIsNeverSentUnlessAskedFor(String nothing) {
        stub.answer(
                asked -> json(200, "{\"Customer\":{\"CustomerNumber\":\"7\",\"City\":\"Lund\"}}"));
        Fields emptied =
                Fields.NONE
                        .with("City", Value.text("Lund"))
                        .with("Comments", nothing.isEmpty() ? Value.text("") : Value.empty());

        atStub().update(
                        new UpdateRequest(
                                ObjectType.CUSTOMER, "7", emptied, false, Urgency.BACKGROUND));

        assertThat(stub.asked())
                .singleElement()
                .extracting(FortnoxStub.Asked::body)
                .isEqualTo("{\"Customer\":{\"City\":\"Lund\"}}");
    }

    @Test
    void aTypeAndAFlagCannotBeEmptiedByTheWordForBlank() {
        ConnectedSystem system = open(Map.of("clear-empty", "true"));
        String id = standIn.seed(named("A").with("Comments", Value.text("old")));
        Fields emptied =
                Fields.NONE
                        .with("Comments", Value.empty())
                        .with("Active", Value.empty())
                        .with("Type", Value.empty());

        Outcome outcome =
                system.update(
                        new UpdateRequest(
                                ObjectType.CUSTOMER, id, emptied, false, Urgency.BACKGROUND));

        assertThat(applied(outcome).fields().get("Comments")).isEqualTo(Value.empty());
        assertThat(standIn.writes().getFirst().fields().names()).containsExactly("Comments");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void beginsTheListAnewWhenItsEndHasComeNearer(int status) {
        stub.answer(
                asked ->
                        asked.query().getOrDefault("offset", "0").equals("0")
                                ? list(3)
                                : json(
                                        status,
                                        "{\"ErrorInformation\":{\"code\":2000588,"
                                                + "\"message\":\"Ogiltig parameter.\"}}"));
        ConnectedSystem system = atStub();
        Cursor far = new Cursor("2;-;-;2026-03-02T09:00:00Z;500;1500");

        FeedPage shrunk = got(index(system, far));
        FeedPage anew = got(index(system, shrunk.next()));

        assertThat(shrunk.items()).isEmpty();
        assertThat(shrunk.runComplete()).isFalse();
        assertThat(anew.items()).hasSize(3);
        assertThat(anew.runComplete()).isTrue();
    }

    @Test
    void saysSoWhenAListIsRefusedThatHasNotEnded() {
        stub.answer(
                asked ->
                        asked.query().getOrDefault("offset", "0").equals("0")
                                ? list(700)
                                : json(
                                        400,
                                        "{\"ErrorInformation\":{\"code\":2000588,\"message\":\"Nej\"}}"));

        Answer<FeedPage> answer =
                index(atStub(), new Cursor("2;-;-;2026-03-02T09:00:00Z;500;1500"));

        assertThat(answer).isEqualTo(new Answer.Failed<>(Reason.REFUSED_BY_RULE, null, "Nej"));
    }

    @Test
    void anEmptyBehindTheEndBeginsAnewToo() {
        stub.answer(
                asked ->
                        asked.query().getOrDefault("offset", "0").equals("0")
                                ? list(2)
                                : json(
                                        200,
                                        "{\"Customers\":[],\"MetaInformation\":"
                                                + "{\"@TotalResources\":2}}"));
        ConnectedSystem system = atStub();

        FeedPage shrunk = got(index(system, new Cursor("2;-;-;2026-03-02T09:00:00Z;500;1500")));
        FeedPage anew = got(index(system, shrunk.next()));

        assertThat(shrunk.runComplete()).isFalse();
        assertThat(anew.items()).extracting(FeedItem::reference).hasSize(2);
    }

    @Test
    void anEmptyListSaysThatThereIsOnePageOfNothing() {
        ConnectedSystem system = open(Map.of());

        FeedPage page = got(index(system, null));

        assertThat(page.items()).isEmpty();
        assertThat(page.runComplete()).isTrue();
    }

    private static FortnoxStub.Told list(int total) {
        StringBuilder items = new StringBuilder();
        for (int number = 1; number <= Math.min(total, 500); number++) {
            items.append(number == 1 ? "" : ",")
                    .append("{\"CustomerNumber\":\"" + number + "\",\"Name\":\"A\"}");
        }
        return json(
                200,
                "{\"Customers\":[%s],\"MetaInformation\":{\"@TotalResources\":%d}}"
                        .formatted(items, total));
    }

    private ConnectedSystem open(Map<String, String> more) {
        return kept(new FortnoxConnector().open(standIn.settings(more), RequestGate.OPEN));
    }

    private ConnectedSystem atStub() {
        return kept(new FortnoxConnector().open(stub.settings(Map.of()), RequestGate.OPEN));
    }

    private ConnectedSystem kept(ConnectedSystem system) {
        opened.add(system);
        return system;
    }

    private static Answer<FeedPage> index(ConnectedSystem system, @Nullable Cursor cursor) {
        return system.poll(new FeedQuery(ObjectType.CUSTOMER, Feed.INDEX, cursor, Set.of()));
    }

    private static FeedPage got(Answer<FeedPage> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<FeedPage>) answer).value();
    }

    private static Outcome create(ConnectedSystem system, String key, @Nullable String number) {
        return system.create(
                new CreateRequest(
                        ObjectType.CUSTOMER,
                        new LinkId(key),
                        number == null
                                ? named("A")
                                : named("A").with("CustomerNumber", Value.text(number)),
                        null,
                        Urgency.BACKGROUND));
    }

    private static Outcome read(ConnectedSystem system, String id) {
        return system.read(new ReadRequest(ObjectType.CUSTOMER, id, Set.of(), Urgency.BACKGROUND));
    }

    private static Outcome update(ConnectedSystem system, String id, String field, String value) {
        return system.update(
                new UpdateRequest(
                        ObjectType.CUSTOMER,
                        id,
                        Fields.NONE.with(field, Value.text(value)),
                        false,
                        Urgency.BACKGROUND));
    }

    private static StoredRecord applied(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return ((Outcome.Applied) outcome).record();
    }

    private static Fields named(String name) {
        return Fields.NONE.with("Name", Value.text(name));
    }
}

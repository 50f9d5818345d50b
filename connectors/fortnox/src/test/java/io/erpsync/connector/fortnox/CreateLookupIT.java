package io.erpsync.connector.fortnox;

import static io.erpsync.connector.fortnox.FortnoxStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.fortnox.FortnoxStub.Asked;
import io.erpsync.connector.fortnox.FortnoxStub.Told;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
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
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateLookupIT {

    private static final Fields NAMED =
            Fields.NONE.with("Name", Value.text("Björkö Snickeri & Co AB"));

    // Near the clock of the stub, whose answers carry the present date.
    private final Instant now = Instant.now();
    private final Instant justNow = now.minusSeconds(20);
    private final Instant longAgo = now.minusSeconds(100);

    private final FortnoxStub stub = new FortnoxStub();
    private final List<ConnectedSystem> opened = new ArrayList<>();

    /** Which customer carries which key; those in a list, in a list of everything changed. */
    private Map<String, String> keys = Map.of();

    @AfterEach
    void close() {
        opened.forEach(ConnectedSystem::close);
        stub.close();
    }

    @Test
    void looksByTheLongestWordOfTheNameAndThenAtEverythingChanged() {
        keys = Map.of("7", "another", "8", "");
        serve();

        create(NAMED, longAgo, Map.of());

        List<Map<String, String>> searches =
                stub.asked().stream()
                        .filter(asked -> asked.path().equals("/3/customers"))
                        .filter(asked -> asked.method().equals("GET"))
                        .map(Asked::query)
                        .toList();
        String since =
                CustomerReads.changedSince(longAgo.minus(Duration.ofMinutes(2)).minusSeconds(5))
                        .getOrDefault("lastmodified", "");
        assertThat(searches).hasSize(2);
        assertThat(searches.getFirst()).containsEntry("name", "Snickeri");
        assertThat(searches.getFirst().get("lastmodified")).isGreaterThanOrEqualTo(since);
        assertThat(searches.getLast())
                .containsKey("lastmodified")
                .doesNotContainKeys("name", "organisationnumber");
        assertThat(paths("GET")).containsOnlyOnce("/3/customers/7", "/3/customers/8");
        assertThat(paths("POST")).hasSize(1);
    }

    @Test
    void looksByTheOrganisationNumberWhereThereIsOne() {
        serve();

        create(NAMED.with("OrganisationNumber", Value.text("556900-1234")), longAgo, Map.of());

        assertThat(stub.asked().getFirst().query())
                .containsEntry("organisationnumber", "556900-1234")
                .doesNotContainKey("name");
    }

    @Test
    void waitsWhileTheEarlierAttemptMayStillBeUnderWay() {
        serve();

        Outcome outcome = create(NAMED, justNow, Map.of());

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(paths("POST")).isEmpty();
    }

    @Test
    void waitsFromTheLastMomentInWhichItMayHaveBeenSent() {
        serve();
        ConnectedSystem system = open(Map.of("settle-time", "10"));

        Outcome outcome =
                system.create(
                        new CreateRequest(
                                ObjectType.CUSTOMER,
                                new LinkId("key-1"),
                                Fields.NONE.with("Name", Value.text("Nordlys")),
                                now.minusSeconds(17),
                                now.minusSeconds(5),
                                Urgency.BACKGROUND));

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(paths("POST")).isEmpty();
    }

    @Test
    void takesWhatCarriesTheKeyWhateverItsName() {
        keys = Map.of("7", "another", "9", "key-1");
        serve();

        Outcome outcome = create(NAMED, justNow, Map.of());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Applied.class,
                        applied -> assertThat(applied.record().reference().id()).isEqualTo("9"));
        assertThat(paths("POST")).isEmpty();
    }

    @Test
    void findsItAlsoWhereTheListBecomesShorterMeanwhile() {
        TreeMap<String, String> changed = new TreeMap<>();
        for (int i = 0; i < CustomerReads.LONGEST_LIST; i++) {
            changed.put(String.valueOf(1000 + i), "another");
        }
        changed.put("2000", "key-1");
        changed.put("2001", "");
        keys = changed;
        stub.answer(asked -> asked.path().equals("/3/customers") ? page(asked) : answer(asked));

        Outcome outcome = create(NAMED, longAgo, Map.of());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Applied.class,
                        applied -> assertThat(applied.record().reference().id()).isEqualTo("2000"));
        assertThat(paths("POST")).isEmpty();
    }

    /** The first customer is deleted as soon as a first page was shown. */
    private Told page(Asked asked) {
        List<String> all = keys.keySet().stream().sorted().toList();
        int from = Math.min(Integer.parseInt(asked.query().get("offset")), all.size());
        List<String> shown =
                all.subList(from, Math.min(all.size(), from + CustomerReads.LONGEST_LIST));
        keys = new TreeMap<>(keys);
        keys.remove("1000");
        return json(
                200,
                shown.stream()
                        .map(number -> "{\"CustomerNumber\":\"" + number + "\"}")
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"MetaInformation\":{\"@TotalResources\":%d},\"Customers\":["
                                                .formatted(all.size()),
                                        "]}")));
    }

    @Test
    void doesNotReadAgainWhoseKeyItKnows() {
        keys = Map.of("7", "another");
        serve();
        ConnectedSystem system = open(Map.of());

        create(system, NAMED, justNow);
        create(system, NAMED, justNow);

        assertThat(paths("GET")).containsOnlyOnce("/3/customers/7");
    }

    /** Others carry no key of ours, as after somebody has changed the terms of them all. */
    @Test
    void goesOnWhereAnAttemptHadToStop() {
        TreeMap<String, String> changed = new TreeMap<>();
        for (int number = 1000; number < 1050; number++) {
            changed.put(String.valueOf(number), "");
        }
        keys = changed;
        AtomicInteger left = new AtomicInteger();
        stub.answer(
                asked ->
                        asked.path().equals("/3/customers") || left.getAndDecrement() > 0
                                ? answer(asked)
                                : json(503, ""));
        ConnectedSystem system = open(Map.of());

        List<Outcome> outcomes = new ArrayList<>();
        for (int attempt = 0; attempt < 3; attempt++) {
            left.set(20);
            outcomes.add(create(system, NAMED, longAgo));
        }

        assertThat(outcomes.subList(0, 2))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Unknown.class));
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Applied.class);
        assertThat(paths("POST")).hasSize(1);
        assertThat(paths("GET"))
                .filteredOn(path -> path.startsWith("/3/customers/"))
                .as("each once, save those at which an attempt stopped")
                .hasSizeLessThanOrEqualTo(52);
    }

    @Test
    void aFreshCreateCostsOneCall() {
        serve();

        create(NAMED, null, Map.of());

        assertThat(stub.asked()).hasSize(1);
        assertThat(stub.asked().getFirst().body())
                .isEqualTo(
                        "{\"Customer\":{\"Name\":\"Björkö Snickeri & Co AB\","
                                + "\"ExternalReference\":\"key-1\"}}");
    }

    @Test
    void leavesTheNumberToTheSeriesUnlessItIsOurs() {
        serve();
        Fields numbered = NAMED.with("CustomerNumber", Value.text("500"));

        create(numbered, null, Map.of());
        create(numbered, null, Map.of("number", "ours"));

        assertThat(stub.asked().getFirst().body()).doesNotContain("CustomerNumber");
        assertThat(stub.asked().getLast().body()).contains("\"CustomerNumber\":\"500\"");
    }

    @Test
    void ofANumberOfOursThatIsTakenTheKeyTellsByWhom() {
        keys = Map.of("500", "key-1", "501", "another");
        stub.answer(
                asked ->
                        asked.method().equals("POST")
                                ? json(
                                        400,
                                        "{\"ErrorInformation\":{\"code\":2000637,"
                                                + "\"message\":\"Kundnummer används redan.\"}}")
                                : answer(asked));
        Map<String, String> ours = Map.of("number", "ours");

        Outcome mine = create(NAMED.with("CustomerNumber", Value.text("500")), justNow, ours);
        Outcome theirs = create(NAMED.with("CustomerNumber", Value.text("501")), justNow, ours);
        Outcome none = create(NAMED, justNow, ours);

        assertThat(mine).isInstanceOf(Outcome.Applied.class);
        assertThat(theirs)
                .isEqualTo(
                        new Outcome.Refused(
                                Reason.NUMBER_TAKEN,
                                "CustomerNumber",
                                "Kundnummer används redan."));
        assertThat(none)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.REQUIRED_MISSING));
    }

    @Test
    void writesNothingToTheFieldOfTheKey() {
        serve();

        Outcome outcome =
                create(NAMED.with("ExternalReference", Value.text("mine")), null, Map.of());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.MAPPING_NOT_VALID);
                            assertThat(refused.field()).isEqualTo("ExternalReference");
                        });
        assertThat(stub.asked()).isEmpty();
    }

    private void serve() {
        stub.answer(this::answer);
    }

    private Told answer(Asked asked) {
        if (asked.method().equals("POST")) {
            return json(201, detail("1042", "key-1"));
        }
        if (asked.path().equals("/3/customers")) {
            boolean narrowed =
                    asked.query().containsKey("name")
                            || asked.query().containsKey("organisationnumber");
            // The narrow search finds the first only, the wide one all.
            return json(200, list(narrowed ? 1 : keys.size()));
        }
        String number = asked.path().substring("/3/customers/".length());
        return json(200, detail(number, keys.getOrDefault(number, "")));
    }

    private String list(int most) {
        return keys.keySet().stream()
                .sorted()
                .limit(most)
                .map(number -> "{\"CustomerNumber\":\"" + number + "\"}")
                .collect(Collectors.joining(",", "{\"Customers\":[", "]}"));
    }

    private static String detail(String number, String key) {
        return "{\"Customer\":{\"CustomerNumber\":\"%s\",\"ExternalReference\":\"%s\"}}"
                .formatted(number, key);
    }

    private List<String> paths(String method) {
        return stub.asked().stream()
                .filter(asked -> asked.method().equals(method))
                .map(Asked::path)
                .toList();
    }

    private Outcome create(Fields fields, @Nullable Instant since, Map<String, String> settings) {
        return create(open(settings), fields, since);
    }

    private ConnectedSystem open(Map<String, String> settings) {
        ConnectedSystem system =
                new FortnoxConnector(() -> now).open(stub.settings(settings), RequestGate.OPEN);
        opened.add(system);
        return system;
    }

    private static Outcome create(ConnectedSystem system, Fields fields, @Nullable Instant since) {
        return system.create(
                new CreateRequest(
                        ObjectType.CUSTOMER,
                        new LinkId("key-1"),
                        fields,
                        since,
                        Urgency.BACKGROUND));
    }
}

package io.erpsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.HintSource;
import io.erpsync.schemas.testing.RegistryProcess;
import io.erpsync.schemas.testing.TestBroker;
import io.erpsync.schemas.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every command against a real broker and a real registry that hold what an engine would have
 * written. The topics are made by the first test, as an operator makes them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {

    private static final String REFUSED = "es-aaaaa11111111111111111111";
    private static final String DOUBTFUL = "es-bbbbb22222222222222222222";
    private static final String TWIN = "es-ccccc33333333333333333333";
    private static final String OTHER_TWIN = "es-ccccc44444444444444444444";
    private static final String ELSEWHERE = "es-ddddd55555555555555555555";

    @TempDir private static Path folder;
    private static TestBroker broker;
    private static RegistryProcess registry;
    private static Terminal terminal;

    @BeforeAll
    static void start() throws Exception {
        TestBroker.assumeThereIsOne();
        broker = TestBroker.startIn(Files.createDirectory(folder.resolve("broker")));
        registry = RegistryProcess.startIn(Files.createDirectory(folder.resolve("registry")));
        terminal =
                new Terminal(
                        "--bootstrap-servers",
                        broker.bootstrapServers(),
                        "--registry-url",
                        registry.url());
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Order(1)
    void saysWhatIsMissingThenMakesIt() {
        assertThat(terminal.run("links", "list")).isEqualTo(1);
        assertThat(terminal.err()).contains("topic links is missing: run 'erpsync topics apply'");
        assertThat(terminal.run("topics", "verify", "--partitions", "6")).isEqualTo(1);

        assertThat(terminal.run("topics", "apply", "--partitions", "6", "--json")).isZero();
        assertThat(terminal.json().path("created")).hasSize(13);
        assertThat(terminal.run("topics", "apply", "--partitions", "6")).isZero();
        assertThat(terminal.out()).contains("0 topics created, 0 differences");
        assertThat(terminal.run("topics", "verify", "--partitions", "6")).isZero();
        assertThat(terminal.run("topics", "verify", "--partitions", "7", "--json")).isEqualTo(1);
        assertThat(terminal.json().path("faults")).hasSize(13);
        try (Engine engine = engine()) {
            fill(engine);
        }
    }

    private static void fill(Engine engine) {
        engine.link("acme", REFUSED, "1001", "7", "error");
        engine.link("acme", DOUBTFUL, "1002", "8", "error");
        engine.link("acme", TWIN, "1003", "9", "synced");
        engine.link("acme", OTHER_TWIN, "1004", "10", "inprocess");
        engine.link("acme", OTHER_TWIN, "1004", "10", "synced");
        engine.link("beta", ELSEWHERE, "1001", "7", "error");
        engine.deadLetter("acme", REFUSED, "INVALID_VALUE", "Fortnox says: fel e-post\nRätta");
        engine.deadLetter("acme", DOUBTFUL, "POSSIBLE_DUPLICATE", "Looks like 900 Havsvik");
        engine.deadLetter("acme", TWIN, "INVALID_VALUE", "Too long");
        engine.deadLetter("acme", OTHER_TWIN, "INVALID_VALUE", "Resolved since");
        engine.resolved("acme", OTHER_TWIN);
        engine.alert("acme", "MAPPING_NOT_VALID", "The mapping names a field that is gone");
        engine.deadLetter("beta", ELSEWHERE, "INVALID_VALUE", "Another connection's");
        engine.decided("beta", ELSEWHERE, "Third", "2026-03-01T09:00:03Z");
        engine.decided("acme", REFUSED, "First", "2026-03-01T09:00:01Z");
        engine.decided("acme", DOUBTFUL, "Second", "2026-03-01T09:00:02Z");
        engine.decided("acme", REFUSED, "Fourth", "2026-03-01T09:00:04Z");
    }

    @Test
    @Order(2)
    void listsLinksAsTheyStandNow() {
        assertThat(terminal.run("links", "list")).isZero();
        assertThat(terminal.out().lines()).hasSize(6).allMatch(line -> line.length() <= 120);

        assertThat(terminal.run("links", "list", "--connection", "acme", "--status", "synced"))
                .isZero();
        assertThat(terminal.out()).contains(TWIN, OTHER_TWIN).doesNotContain(REFUSED, "inprocess");

        assertThat(terminal.run("links", "list", "--connection", "beta", "--json")).isZero();
        assertThat(terminal.json()).hasSize(1);
        assertThat(terminal.json().path(0).path("number").asString()).isEqualTo("7");
    }

    @Test
    @Order(2)
    void showsTheLinkThatTheCardNames() {
        assertThat(terminal.run("links", "show", "[es-aaaaa]")).isZero();
        assertThat(terminal.out()).contains(REFUSED, "company", "1001");

        assertThat(terminal.run("links", "show", "ES-BBBBB", "--json")).isZero();
        assertThat(terminal.json().path("linkId").asString()).isEqualTo(DOUBTFUL);
    }

    @Test
    @Order(2)
    void refusesNamesThatAreNoLinkOrSeveral() {
        assertThat(terminal.run("links", "show", "es-zzzzz")).isEqualTo(1);
        assertThat(terminal.err()).contains("there is no link 'es-zzzzz'");
        assertThat(terminal.run("links", "show", "es-aa")).isEqualTo(1);
        assertThat(terminal.err()).contains("at least the 8 characters that stand on the card");
        assertThat(terminal.run("unlink", "--connection", "acme", "--link", "es-ccccc"))
                .isEqualTo(1);
        assertThat(terminal.err())
                .contains("can be 2 links", "of connection acme", TWIN, OTHER_TWIN);
        assertThat(terminal.run("unlink", "--connection", "beta", "--link", "es-aaaaa"))
                .isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    @Order(2)
    void listsDeadLettersThatAreNotResolved() {
        assertThat(terminal.run("dead-letters", "list")).isZero();
        assertThat(terminal.out().lines()).hasSize(6).allMatch(line -> line.length() <= 120);
        assertThat(terminal.out()).doesNotContain("Resolved since");

        assertThat(
                        terminal.run(
                                "dead-letters",
                                "list",
                                "--connection",
                                "acme",
                                "--reason",
                                "invalid_value",
                                "--json"))
                .isZero();
        assertThat(terminal.json()).hasSize(2);
        assertThat(terminal.run("dead-letters", "list", "--reason", "BAD_LUCK")).isEqualTo(2);
        assertThat(terminal.err()).contains("no reason 'BAD_LUCK'", "POSSIBLE_DUPLICATE");
    }

    @Test
    @Order(2)
    void showsADeadLetterByWhatStandsOnTheCard() {
        assertThat(terminal.run("dead-letters", "show", "es-aaaaa")).isZero();
        assertThat(terminal.out()).contains("Fortnox says: fel e-post", "INVALID_VALUE", "results");
        assertThat(terminal.run("dead-letters", "show", REFUSED, "--json")).isZero();
        assertThat(terminal.json().path(0).path("deadLetterId").asString()).isEqualTo("es-aaaaa");
        assertThat(terminal.run("dead-letters", "show", "acme/mapping")).isZero();
        assertThat(terminal.run("dead-letters", "show", "es-zzzzz")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void ordersTheHistoryOfAllConnectionsByTime() {
        assertThat(terminal.run("history", "--json")).isZero();
        assertThat(events()).containsExactly("First", "Second", "Third", "Fourth");

        assertThat(terminal.run("history", "--last", "2", "--json")).isZero();
        assertThat(events()).containsExactly("Third", "Fourth");

        assertThat(terminal.run("history", "--connection", "acme", "--json")).isZero();
        assertThat(events()).containsExactly("First", "Second", "Fourth");

        assertThat(terminal.run("history", "--link", "es-aaaaa", "--json")).isZero();
        assertThat(events()).containsExactly("First", "Fourth");

        assertThat(terminal.run("history")).isZero();
        assertThat(terminal.out()).contains("updatesmade → inprocess");
        assertThat(terminal.out().lines()).allMatch(line -> line.length() <= 120);

        assertThat(terminal.run("history", "--link", "es-zzzzz")).isEqualTo(1);
        assertThat(terminal.err()).contains("there is no link 'es-zzzzz' in the history");
    }

    private static List<String> events() {
        return terminal.json().valueStream().map(one -> one.path("event").asString()).toList();
    }

    @Test
    @Order(3)
    void replaysNothingUnlessToldWhichAndAgreedTo() {
        int before = requests().size();

        assertThat(terminal.run(replay())).isEqualTo(2);
        assertThat(terminal.err()).contains("say which: --reason, --link, or --all");
        assertThat(terminal.run(replay("--reason", "invalid_value"))).isEqualTo(2);
        assertThat(terminal.err()).contains("2 dead letters would be replayed: say --yes");
        assertThat(terminal.runAnswering(false, replay("--reason", "INVALID_VALUE"))).isEqualTo(1);
        assertThat(terminal.questions()).containsExactly("Replay 2 dead letters?");
        assertThat(terminal.out()).contains("es-aaaaa", "es-ccccc", "nothing was asked for");
        assertThat(terminal.runAnswering(true, replay("--all", "--json"))).isEqualTo(2);
        assertThat(terminal.questions()).isEmpty();
        assertThat(terminal.run(replay("--all", "--dry-run"))).isZero();
        assertThat(terminal.out())
                .contains("3 dead letters would be replayed; nothing was asked for")
                .doesNotContain("MAPPING_NOT_VALID", "Another connection's");
        assertThat(terminal.run(replay("--reason", "NUMBER_TAKEN", "--yes"))).isZero();
        assertThat(terminal.out()).contains("0 dead letters would be replayed");
        assertThat(terminal.run(replay("--link", "es-ccccc", "--yes"))).isEqualTo(1);
        assertThat(terminal.err()).contains("can be 2 links");

        assertThat(requests()).hasSize(before);
    }

    @Test
    @Order(4)
    void replaysAsManyAsItSays() {
        assertThat(terminal.runAnswering(true, replay("--reason", "INVALID_VALUE"))).isZero();
        assertThat(terminal.out()).contains("replay of 2 dead letters asked for");
        assertThat(requests())
                .filteredOn(request -> request.getAction() == ControlAction.REPLAY)
                .extracting(ControlRequest::getLinkId)
                .containsExactlyInAnyOrder(REFUSED, TWIN);

        assertThat(terminal.run(replay("--link", "es-bbbbb", "--yes", "--json"))).isZero();
        JsonNode answer = terminal.json();
        assertThat(answer.path("count").asInt()).isEqualTo(1);
        assertThat(answer.path("asked").asBoolean()).isTrue();
        assertThat(answer.path("links").path(0).asString()).isEqualTo(DOUBTFUL);
        assertThat(requests().getLast().getLinkId()).isEqualTo(DOUBTFUL);
    }

    private static String[] replay(String... more) {
        return Stream.concat(
                        Stream.of("dead-letters", "replay", "--connection", "acme"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    @Order(5)
    void asksTheEngineForWhatTheCommandSays() {
        assertThat(asked("pause").getAction()).isEqualTo(ControlAction.PAUSE);
        assertThat(terminal.out()).contains("pause of connection acme asked for");
        assertThat(asked("resume").getAction()).isEqualTo(ControlAction.RESUME);
        assertThat(asked("brake", "release").getAction()).isEqualTo(ControlAction.RELEASE_BRAKE);
        assertThat(asked("brake", "discard").getAction()).isEqualTo(ControlAction.DISCARD_BRAKE);

        ControlRequest send = asked("send-now", "--lime-id", "1001");
        assertThat(send.getAction()).isEqualTo(ControlAction.SEND_NOW);
        assertThat(send.getLimeId()).isEqualTo("1001");

        ControlRequest link = asked("link", "--lime-id", "1001", "--erp-id", "12");
        assertThat(link.getAction()).isEqualTo(ControlAction.LINK);
        assertThat(List.of(link.getLimeId(), link.getErpId())).containsExactly("1001", "12");

        ControlRequest unlink = asked("unlink", "--link", "es-aaaaa", "--json");
        assertThat(unlink.getAction()).isEqualTo(ControlAction.UNLINK);
        assertThat(unlink.getLinkId()).isEqualTo(REFUSED);
        assertThat(terminal.json().path("requestId").asString()).isEqualTo(unlink.getRequestId());
        assertThat(unlink.getBy()).isNotBlank();
    }

    private static ControlRequest asked(String... command) {
        int before = requests().size();
        String[] all =
                Stream.concat(Stream.of(command), Stream.of("--connection", "acme"))
                        .toArray(String[]::new);
        assertThat(terminal.run(all)).as(terminal.err()).isZero();
        assertThat(requests()).hasSize(before + 1);
        return requests().getLast();
    }

    @Test
    @Order(5)
    void hasAConnectionPolledNow() {
        assertThat(terminal.run("poll-now", "--connection", "acme")).isZero();

        try (Engine engine = engine()) {
            assertThat(engine.read(Topics.HINTS, Hint.class))
                    .extracting(Hint::getSource)
                    .containsExactly(HintSource.POLL_NOW);
        }
    }

    @Test
    @Order(5)
    void refusesAConnectionThatTheFolderDoesNotHave() throws Exception {
        Path connections = Files.createDirectory(folder.resolve("connections"));
        Files.writeString(connections.resolve("other.yml"), "connection: other\nmode: sideways\n");
        int before = requests().size();

        for (String command : List.of("pause", "dead-letters replay --all --yes")) {
            String[] all =
                    (command + " --connection acme --connections-dir " + connections)
                            .split(" ", -1);
            assertThat(terminal.run(all)).isEqualTo(2);
            assertThat(terminal.err()).contains("there is no connection 'acme'");
        }
        assertThat(requests()).hasSize(before);
    }

    @Test
    @Order(6)
    void showsWhatCannotBeRead() {
        try (Engine engine = engine()) {
            engine.unreadable(Topics.LINKS, "gamma", "es-ggggg");
        }

        assertThat(terminal.run("links", "list", "--connection", "gamma")).isZero();
        assertThat(terminal.out()).contains("unreadable: links/", "gamma/link/es-ggggg");
        assertThat(terminal.run("links", "list", "--connection", "gamma", "--json")).isZero();
        assertThat(terminal.json().path(0).path("unreadable").asString()).isNotBlank();
    }

    @Test
    @Order(7)
    void saysWithinSecondsThatTheRegistryIsDown() {
        registry.kill();

        assertDown("the schema registry does not answer", "links", "list");
        assertDown("the schema registry does not answer", "pause", "--connection", "acme");
        assertDown("the schema registry does not answer", "topics", "verify");
        registry.start();
        assertThat(terminal.run("links", "list")).isZero();
    }

    @Test
    @Order(8)
    void saysWithinSecondsThatTheBrokerIsDown() {
        broker.kill();

        for (String command :
                List.of(
                        "links list",
                        "history",
                        "dead-letters list",
                        "pause --connection acme",
                        "topics apply",
                        "dead-letters replay --connection acme --all --yes --json")) {
            assertDown(
                    "no Kafka broker answers at " + broker.bootstrapServers(),
                    command.split(" ", -1));
        }
    }

    private static void assertDown(String words, String... command) {
        long began = System.nanoTime();

        assertThat(terminal.run(command)).as(String.join(" ", command)).isEqualTo(3);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
        assertThat(terminal.err()).contains(words).doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    private static List<ControlRequest> requests() {
        try (Engine engine = engine()) {
            return engine.requests();
        }
    }

    private static Engine engine() {
        return new Engine(broker.bootstrapServers(), registry.url());
    }
}

package io.erpsync.writer;

import static io.erpsync.writer.Messages.creating;
import static io.erpsync.writer.Messages.probing;
import static io.erpsync.writer.Messages.updating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.Outcome;
import io.erpsync.schemas.message.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole writer as a process, against the sandbox's Fortnox. */
class WriterProcessIT {

    private static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));

    private static final Path LOG = Path.of("target", "writer-process.log");

    private static SandboxClient sandbox;
    private final World world = World.get();
    @TempDir private Path folder;
    private Path connections;
    private final List<WriterProcess> processes = new ArrayList<>();

    @BeforeAll
    static void startSandbox() {
        sandbox = new SandboxClient();
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        connections = Files.createDirectory(folder.resolve("connections"));
        Files.deleteIfExists(LOG);
    }

    @AfterEach
    void stopWriter() {
        processes.forEach(WriterProcess::close);
    }

    @Test
    void carriesOutCommandsAndShowsHowItIs() {
        sandbox.company("plain", "standard", connections);
        start();

        world.send(probing("plain"));
        world.send(creating("plain", "link-1", "Åkes Bygg AB"));
        PATIENTLY.until(() -> world.answered("plain").size() == 2);
        Result created = result("plain", "link-1-create");
        String number = created.getReference().getId();
        world.send(updating("plain", "link-1", number, "Åkes Bygg & Co AB"));
        PATIENTLY.until(() -> world.answered("plain").size() == 3);

        assertThat(world.results("plain"))
                .extracting(Result::getOutcome)
                .containsOnly(Outcome.APPLIED);
        assertThat(created.getFields()).containsEntry("ExternalReference", "link-1");
        assertThat(world.results("plain").getLast().getFields())
                .containsEntry("Name", "Åkes Bygg & Co AB");
        assertThat(sandbox.created("plain")).containsExactly("link-1");
        assertThat(processes.getLast().get("/actuator/prometheus"))
                .contains(
                        "erpsync_writer_commands_total{",
                        "erpsync_writer_command_seconds_bucket{",
                        "erpsync_writer_running ",
                        "erpsync_writer_waiting ",
                        "erpsync_writer_gate_waiting ",
                        "erpsync_writer_partitions ",
                        "erpsync_writer_troubles ",
                        "resilience4j_circuitbreaker_state{",
                        "name=\"plain\"",
                        "resilience4j_timelimiter_calls_total{");
        assertThat(processes.getLast().log()).doesNotContain("Åkes");
    }

    @Test
    void sendsNothingThroughAClosedDirection() {
        sandbox.company("closed", "erp-only", connections);
        start();

        world.send(creating("closed", "link-1", "A"));
        PATIENTLY.until(() -> world.answered("closed").size() == 1);

        assertThat(result("closed", "link-1-create").getReason()).isEqualTo("DIRECTION_CLOSED");
        assertThat(sandbox.created("closed")).isEmpty();
    }

    @Test
    void createsOnceWhenKilledBetweenWriteAndResult() {
        sandbox.company("killed", "standard", connections);
        start();
        sandbox.fault(
                """
                {"system": "fortnox", "tenant": "killed", "method": "POST",
                 "pathRegex": "/3/customers", "kind": "slow", "delayMillis": 20000}
                """);

        world.send(creating("killed", "link-1", "Åkes Bygg AB"));
        PATIENTLY.until(() -> sandbox.created("killed").size() == 1);
        processes.getLast().kill();
        Instant restarted = Instant.now();
        start();
        PATIENTLY.until(() -> world.answered("killed").size() == 1);

        Result result = result("killed", "link-1-create");
        assertThat(result.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.getAttemptedAt()).as("found, not made just now").isNull();
        assertThat(result.getAnsweredAt()).isAfter(restarted);
        assertThat(sandbox.created("killed")).containsExactly("link-1");
    }

    @Test
    void createsOnceWhenTheAnswerIsLostAndTheWriteComesLate() {
        sandbox.company("late", "standard", connections);
        start();
        sandbox.fault(
                """
                {"system": "fortnox", "tenant": "late", "method": "POST",
                 "pathRegex": "/3/customers", "kind": "cut-and-commit-later", "delayMillis": 1500}
                """);

        world.send(creating("late", "link-1", "Åkes Bygg AB"));
        PATIENTLY.until(() -> world.answered("late").size() == 1);
        Result lost = result("late", "link-1-create");
        PATIENTLY.until(() -> sandbox.created("late").size() == 1);
        world.send(
                Command.newBuilder(creating("late", "link-1", "Åkes Bygg AB"))
                        .setCommandId("link-1-again")
                        .setAttemptedSince(lost.getAttemptedAt())
                        .build());
        PATIENTLY.until(() -> world.answered("late").size() == 2);

        assertThat(lost.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result("late", "link-1-again").getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(sandbox.created("late")).containsExactly("link-1");
    }

    @Test
    void usesItsShareOfTheRateBesideAPollerThatUsesItsOwn() {
        sandbox.company("rate", "standard", connections);
        start();
        int creates = 80;
        Instant began = Instant.now();

        Duration took;
        int pages;
        try (BusyPoller poller = BusyPoller.start(sandbox.url(), "rate")) {
            world.sendAll(
                    IntStream.range(0, creates)
                            .mapToObj(link -> creating("rate", "link-" + link, "Customer " + link))
                            .toList());
            PATIENTLY.until(() -> sandbox.created("rate").size() == creates);
            took = Duration.between(began, Instant.now());
            PATIENTLY.until(() -> world.answered("rate").size() == creates);
            pages = poller.stop();
        }

        assertThat(world.results("rate"))
                .extracting(Result::getOutcome)
                .containsOnly(Outcome.APPLIED);
        assertThat(sandbox.refusedRequests()).isZero();
        // 81 requests at 23 in 5 seconds take 18 seconds; a window more for what the answers cost.
        assertThat(took).isLessThan(Duration.ofSeconds(25));
        assertThat(pages).as("pages that the poller read").isGreaterThanOrEqualTo(4);
    }

    @Test
    void refusesTheObjectThatFailsFiveTimesWhileOthersPass() {
        sandbox.company("choking", "standard", connections);
        start();
        world.send(creating("choking", "poison", "A"));
        world.send(creating("choking", "good", "B"));
        PATIENTLY.until(() -> world.answered("choking").size() == 2);
        String poison = result("choking", "poison-create").getReference().getId();
        String good = result("choking", "good-create").getReference().getId();
        sandbox.fault(
                """
                {"system": "fortnox", "tenant": "choking", "method": "PUT", "kind": "status",
                 "status": 500, "bodyRegex": "Poison", "times": 5}
                """);

        for (int time = 1; time <= 5; time++) {
            int answers = 2 + 2 * time;
            world.send(named(updating("choking", "poison", poison, "Poison"), "poison-" + time));
            PATIENTLY.until(() -> world.answered("choking").size() == answers - 1);
            world.send(named(updating("choking", "good", good, "Good " + time), "good-" + time));
            PATIENTLY.until(() -> world.answered("choking").size() == answers);
        }

        assertThat(
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(time -> result("choking", "poison-" + time)))
                .extracting(Result::getOutcome)
                .containsOnly(Outcome.UNKNOWN);
        Result refused = result("choking", "poison-5");
        assertThat(refused.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.getReason()).isEqualTo("FAILS_REPEATEDLY");
        assertThat(refused.getWords())
                .isEqualTo("5 times in a row, while others pass: Fortnox answered 500");
    }

    private static Command named(Command command, String id) {
        return Command.newBuilder(command).setCommandId(id).build();
    }

    @Test
    void namesKeyAndValueOfASettingThatCannotBe() {
        Map<String, String> settings = settings();
        settings.put("erpsync.target", "oracle");
        settings.put("erpsync.replicas", "0");

        WriterProcess writer = started(settings);

        assertThat(writer.awaitEnd()).isNotZero();
        assertThat(writer.log())
                .contains("erpsync.target", "oracle", "known targets: lime, fortnox")
                .contains("erpsync.replicas");
    }

    private void start() {
        started(settings()).awaitReady();
    }

    private WriterProcess started(Map<String, String> settings) {
        WriterProcess writer = WriterProcess.start(settings, LOG);
        processes.add(writer);
        return writer;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("erpsync.bootstrap-servers", world.bootstrapServers());
        settings.put("erpsync.registry-url", world.registryUrl());
        settings.put("erpsync.connections-dir", connections.toString());
        settings.put("erpsync.target", "fortnox");
        settings.put("erpsync.replica-name", "writer-0");
        settings.put("erpsync.partitions", Integer.toString(World.PARTITIONS));
        return settings;
    }

    private Result result(String connection, String commandId) {
        List<Result> results =
                world.results(connection).stream()
                        .filter(result -> result.getCommandId().equals(commandId))
                        .toList();
        assertThat(results).as("results of %s", commandId).hasSize(1);
        return results.getFirst();
    }
}

package io.erpsync.limepoller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole poller as a process, against the sandbox's Lime. */
class LimePollerIT {

    private static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    private static final String SELDOM = "1h";

    @TempDir private static Path data;
    private static World world;

    @TempDir private Path folder;
    private Path connections;
    private final List<LimePollerProcess> processes = new ArrayList<>();

    @BeforeAll
    static void startWorld() {
        world = new World(data);
    }

    @AfterAll
    static void stopWorld() {
        world.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        connections = Files.createDirectory(folder.resolve("connections"));
    }

    @AfterEach
    void stopPollers() {
        processes.forEach(LimePollerProcess::close);
    }

    @Test
    void turnsAWebhookIntoAHintAndTheHintIntoAnEvent() {
        world.connection("hooked", SELDOM, connections);
        LimePollerProcess poller = start("hooked");
        PATIENTLY.until(() -> poller.get("/actuator/health").contains("\"hooked\":\"polled\""));
        String id = world.companies("hooked", "Åkes Bygg", 1).getFirst();

        int answer = poller.deliver("hooked", delivery(id), "hush");
        PATIENTLY.until(() -> world.ids("hooked", Origin.HINT).contains(id));

        assertThat(answer).isEqualTo(202);
        ChangeEvent event = world.events("hooked", Origin.HINT).getFirst();
        assertThat(event.getUrgency()).isEqualTo(Urgency.INTERACTIVE);
        assertThat(event.getFields()).containsEntry("name", "Åkes Bygg 0");
        assertThat(poller.log()).doesNotContain("Åkes").doesNotContain("hush");
    }

    @Test
    void believesNoDeliveryThatIsNotSigned() {
        world.connection("forged", SELDOM, connections);
        LimePollerProcess poller = start("forged");

        assertThat(poller.deliver("forged", delivery("1"), "guessed")).isEqualTo(401);
        assertThat(poller.deliver("nobody", delivery("1"), "hush")).isEqualTo(404);
        assertThat(poller.deliver("No-Name", delivery("1"), "hush")).isEqualTo(404);
        assertThat(poller.deliver("forged", "{}", "hush")).isEqualTo(400);
        // A little more than is taken, so that it is sent whole before the answer comes.
        assertThat(poller.deliver("forged", " ".repeat(270_000), "hush")).isEqualTo(413);
    }

    @Test
    void losesNothingWhenKilledInTheMiddleOfALoad() {
        world.connection("killed", "2s", connections);
        List<String> there = world.companies("killed", "before", 400);
        LimePollerProcess first = start("killed");
        PATIENTLY.until(() -> !world.ids("killed", Origin.BASELINE).isEmpty());

        first.kill();
        List<String> meanwhile = world.companies("killed", "meanwhile", 3);
        start("killed");
        PATIENTLY.until(() -> world.ids("killed", Origin.BASELINE).containsAll(there));

        PATIENTLY.until(() -> world.ids("killed", Origin.POLL).containsAll(meanwhile));
    }

    @Test
    void showsHowItIs() {
        world.connection("shown", "1s", connections);
        LimePollerProcess poller = start("shown");
        world.companies("shown", "Acme", 1);
        PATIENTLY.until(() -> !world.ids("shown", Origin.POLL).isEmpty());

        PATIENTLY.untilAsserted(
                () ->
                        assertThat(poller.get("/actuator/prometheus"))
                                .contains(
                                        "erpsync_poll_pages_total{",
                                        "erpsync_poll_events_total{",
                                        "erpsync_poll_last_run_age_seconds{"));
    }

    @Test
    void refusesTopicsOfAnotherPartitionCount() {
        Map<String, String> settings = world.settings(connections, "other-count");
        settings.put("erpsync.partitions", "5");
        Path log = folder.resolve("poller.log");

        LimePollerProcess poller = LimePollerProcess.launch(settings, log);
        processes.add(poller);

        assertThat(poller.awaitEnd()).as(poller.log()).isNotZero();
        assertThat(poller.log()).contains("has 3 partitions, 5 are expected");
    }

    private LimePollerProcess start(String replica) {
        LimePollerProcess started =
                LimePollerProcess.start(
                        world.settings(connections, replica), folder.resolve("poller.log"));
        processes.add(started);
        return started;
    }

    private static String delivery(String id) {
        return """
        {"event": "company.update", "body": {"id": %s, "limetype": "company"}}
        """
                .formatted(id);
    }
}

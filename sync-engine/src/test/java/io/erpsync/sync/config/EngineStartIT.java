package io.erpsync.sync.config;

import static io.erpsync.sync.config.Starting.PATIENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.testing.FreePorts;
import io.erpsync.schemas.testing.StubRegistry;
import io.erpsync.schemas.testing.TestBroker;
import io.erpsync.schemas.topics.TopicSetUp;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.KafkaException;

/** What the engine waits for once there is a broker, and what it says meanwhile. */
class EngineStartIT {

    private static final int PARTITIONS = 2;

    @TempDir private Path folder = Path.of("");
    private @Nullable TestBroker started;

    @BeforeEach
    void startBroker() {
        TestBroker.assumeThereIsOne();
        started = TestBroker.startIn(folder);
    }

    @AfterEach
    void stopBroker() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void waitsForTopicsThenForTheRegistryAndStartsByItself() {
        try (StubRegistry registry = StubRegistry.start();
                Starting starting = starting(registry.url(), PARTITIONS, null)) {
            PATIENTLY.until(() -> starting.waitsFor().contains("topic lime.changes is missing"));
            assertThat(starting.waitsFor()).endsWith("(made by 'bin/erpsync topics apply')");

            makeTopics();
            PATIENTLY.until(() -> starting.waitsFor().contains("lime.changes-value"));
            assertThat(starting.isRunning()).isFalse();

            register(registry);
            PATIENTLY.until(starting::isRunning);
            PATIENTLY.until(() -> starting.waitsFor().isEmpty());
            assertThat(starting.ends()).isEmpty();
        }
    }

    @Test
    void waitsForARegistryThatIsNotUpAndSaysWhich() {
        makeTopics();
        String nobody = "http://127.0.0.1:" + FreePorts.one();

        try (Starting starting = starting(nobody, PARTITIONS, null)) {
            PATIENTLY.until(() -> starting.waitsFor().contains(nobody));
            assertThat(starting.isRunning()).isFalse();
            assertThat(starting.ends()).isEmpty();
        }
    }

    @Test
    void endsWhereTopicsHaveAnotherPartitionCount() {
        makeTopics();

        try (Starting starting = starting("http://127.0.0.1:1", PARTITIONS + 1, null)) {
            PATIENTLY.until(() -> !starting.ends().isEmpty());
            assertThat(starting.ends().element())
                    .startsWith("erpsync.partitions=3 does not fit this cluster: ")
                    .contains("topic lime.changes has 2 partitions, 3 are expected");
            assertThat(starting.engine().isRunning()).isFalse();
        }
    }

    @Test
    void endsWhenTheTopologyItselfCannotStart() {
        makeTopics();
        KafkaException fault =
                new KafkaException("no", new IllegalStateException("the lock is taken"));
        try (StubRegistry registry = StubRegistry.start()) {
            register(registry);

            try (Starting starting = starting(registry.url(), PARTITIONS, fault)) {
                PATIENTLY.until(() -> !starting.ends().isEmpty());
                assertThat(starting.ends())
                        .containsExactly("the topology cannot start: the lock is taken");
            }
        }
    }

    private Starting starting(String registry, int partitions, @Nullable KafkaException fault) {
        return new Starting(broker().bootstrapServers(), registry, partitions, fault);
    }

    private void makeTopics() {
        try (var admin = broker().admin()) {
            new TopicSetUp(admin).apply(PARTITIONS, 1);
        }
    }

    private static void register(StubRegistry registry) {
        Contract.schemaByTopic()
                .forEach((topic, schema) -> registry.register(topic + "-value", schema));
    }

    private TestBroker broker() {
        return Objects.requireNonNull(started);
    }
}

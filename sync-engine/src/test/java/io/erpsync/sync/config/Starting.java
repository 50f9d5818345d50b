package io.erpsync.sync.config;

import static org.awaitility.Awaitility.await;

import io.erpsync.schemas.serde.SerdeKeys;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.Lifecycle;
import org.springframework.kafka.KafkaException;

/** A start under way, with a stand-in for the topology, which has tests of its own. */
final class Starting implements AutoCloseable, Lifecycle {

    static final ConditionFactory PATIENTLY =
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));

    private final @Nullable KafkaException fault;
    private final Queue<String> ends = new ConcurrentLinkedQueue<>();
    private final EngineStart start;
    private volatile boolean topologyRuns;

    Starting(String brokers, String registry, int partitions) {
        this(brokers, registry, partitions, null);
    }

    /** With a topology that cannot start when there is a {@code fault}. */
    Starting(String brokers, String registry, int partitions, @Nullable KafkaException fault) {
        this.fault = fault;
        EngineSettings settings =
                new EngineSettings(
                        brokers,
                        registry,
                        Map.of(),
                        Map.of("default.api.timeout.ms", "2000", "request.timeout.ms", "1000"),
                        "connections",
                        "test",
                        "engine-0",
                        "state",
                        partitions,
                        0);
        Map<String, Object> codec =
                Map.of(SerdeKeys.URL, registry, SerdeKeys.ATTEMPTS, "1", SerdeKeys.TIMEOUT, "500");
        start = new EngineStart(new StartConditions(settings, codec), this, ends::add);
        start.start();
    }

    String waitsFor() {
        return start.waitsFor();
    }

    EngineStart engine() {
        return start;
    }

    /** Why the process was asked to end, each time. */
    Queue<String> ends() {
        return ends;
    }

    @Override
    public void start() {
        if (fault != null) {
            throw fault;
        }
        topologyRuns = true;
    }

    @Override
    public void stop() {
        topologyRuns = false;
    }

    /** Whether the topology was started. */
    @Override
    public boolean isRunning() {
        return topologyRuns;
    }

    @Override
    public void close() {
        start.stop();
    }
}

package io.erpsync.schemas.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Kafka's own image in a container. The caller's module needs {@code
 * org.testcontainers:testcontainers-kafka} on its test class path.
 */
public final class BrokerContainer implements TestBroker {

    private static final String IMAGE = "apache/kafka:4.2.1";
    private static final int PORT_INSIDE = 9092;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final KafkaContainer container = new KafkaContainer(IMAGE);

    private BrokerContainer() {
        // A port of our own choice stays the same when the container is started again.
        container.setPortBindings(List.of(FreePorts.one() + ":" + PORT_INSIDE));
        container.start();
    }

    static BrokerContainer started() {
        assumeDocker();
        return new BrokerContainer();
    }

    static void assumeDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("-Dkafka=testcontainers, and there is no Docker");
        }
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        Awaitility.await("the broker").atMost(START_LIMIT).ignoreExceptions().until(this::answers);
    }

    @Override
    public void close() {
        container.stop();
    }

    private boolean answers() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get().isEmpty();
        }
    }
}

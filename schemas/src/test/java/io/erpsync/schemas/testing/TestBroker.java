package io.erpsync.schemas.testing;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka broker of a test's own. {@code -Dkafka=testcontainers} takes Kafka's own image where
 * there is a Docker, and has the test reported as skipped where there is none; else the broker runs
 * from its jars. What is written is kept over {@link #kill} and {@link #start}.
 */
public sealed interface TestBroker extends AutoCloseable permits BrokerProcess, BrokerContainer {

    /** Starts a broker and waits until it answers; {@code folder} is for data and log. */
    static TestBroker startIn(Path folder) {
        return inContainers() ? BrokerContainer.started() : BrokerProcess.startIn(folder);
    }

    /** Ends the test that calls as skipped where the broker that was asked for cannot run. */
    static void assumeThereIsOne() {
        if (inContainers()) {
            BrokerContainer.assumeDocker();
        }
    }

    private static boolean inContainers() {
        return "testcontainers".equals(System.getProperty("kafka"));
    }

    String bootstrapServers();

    /** Ends it as a kill -9 does. */
    void kill();

    /** Starts it again after {@link #kill}, at the same address and with its data. */
    void start();

    @Override
    void close();

    /** An admin client of this broker; the caller closes it. */
    default Admin admin() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000));
    }
}

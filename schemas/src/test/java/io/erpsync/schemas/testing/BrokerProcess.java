package io.erpsync.schemas.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real Kafka broker in a process of its own, on free ports of the loopback address. The caller's
 * module needs {@code org.apache.kafka:kafka_2.13} on its test class path. What is written is kept
 * in the folder over {@link #kill} and {@link #start}.
 */
public final class BrokerProcess implements TestBroker {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final int[] ports = FreePorts.two();
    private ChildProcess process;

    private BrokerProcess(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.process = run();
    }

    /** Starts a broker with its data in {@code folder} and waits until it answers. */
    public static BrokerProcess startIn(Path folder) {
        return new BrokerProcess(folder);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + ports[0];
    }

    @Override
    public void kill() {
        process.kill();
    }

    /** Lets it end in order. */
    public void stop() {
        process.stop();
    }

    /** Starts it again after {@link #kill} or {@link #stop}, on the same ports and data. */
    @Override
    public void start() {
        process = run();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.kill();
    }

    private ChildProcess run() {
        ChildProcess started =
                ChildProcess.java(
                        List.of(
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dlogback.configurationFile="
                                        + "io/erpsync/schemas/testing/logback-broker.xml",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerMain.class.getName(),
                                folder.toString(),
                                Integer.toString(ports[0]),
                                Integer.toString(ports[1])),
                        folder.resolve("broker.log"));
        started.awaitReady("the broker", START_LIMIT, this::answers);
        return started;
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException _) {
            return false;
        }
    }
}

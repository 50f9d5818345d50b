package io.erpsync.schemas.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Apicurio registry in a process of its own, on free ports of the loopback address. The
 * system property {@code apicurio.home} names the folder of the unpacked application. What is
 * registered is kept in the folder over {@link #kill} and {@link #start}.
 */
public final class RegistryProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path folder;
    private final int[] ports = FreePorts.two();
    private ChildProcess process;

    private RegistryProcess(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.process = run();
    }

    /** Starts a registry with its data in {@code folder} and waits until it answers. */
    public static RegistryProcess startIn(Path folder) {
        return new RegistryProcess(folder);
    }

    /** The address of its Confluent-compatible interface: {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + ports[0] + "/apis/ccompat/v7";
    }

    public void kill() {
        process.kill();
    }

    /** Starts it again after {@link #kill}, on the same ports and data. */
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
        String home = System.getProperty("apicurio.home");
        if (home == null) {
            throw new IllegalStateException(
                    "system property apicurio.home: the folder of the unpacked registry is needed");
        }
        ChildProcess started =
                ChildProcess.java(
                        List.of(
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dquarkus.http.host=127.0.0.1",
                                "-Dquarkus.http.port=" + ports[0],
                                // Without these two it listens on all addresses, port 9000.
                                "-Dquarkus.management.host=127.0.0.1",
                                "-Dquarkus.management.port=" + ports[1],
                                "-Dapicurio.storage.kind=sql",
                                "-Dapicurio.storage.sql.kind=h2",
                                // Without the delay set to none, a kill loses half a second.
                                "-Dapicurio.datasource.url=jdbc:h2:file:"
                                        + folder.resolve("registry")
                                        + ";WRITE_DELAY=0",
                                "-jar",
                                Path.of(home, "quarkus-run.jar").toString()),
                        folder.resolve("registry.log"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            started.awaitReady("the registry", START_LIMIT, () -> answers(client));
        }
        return started;
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}

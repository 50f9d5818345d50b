package io.erpsync.system;

import io.erpsync.schemas.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** One service in a JVM of its own, on the same port through every restart. */
final class ServiceProcess implements AutoCloseable {

    private final String name;
    private final Path log;
    private final List<String> command = new ArrayList<>();
    private final int port = FreePorts.one();
    private ServiceCode code;
    private volatile Process process;

    ServiceProcess(String name, ServiceCode code, Path log, Map<String, String> properties) {
        this.name = name;
        this.log = log;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dserver.address=127.0.0.1",
                        "-Dserver.port=" + port));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        this.code = code;
        this.process = begun();
        // A test run that is ended early leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::destroy));
    }

    private Process begun() {
        List<String> line = new ArrayList<>(command);
        line.addAll(code.start());
        try {
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends it as a kill -9 does. */
    void kill() {
        destroy();
        process.onExit().join();
    }

    /** Starts it again after {@link #kill}. */
    void start() {
        process = begun();
    }

    /** Starts it again after {@link #kill}, and from now on, with other code. */
    void start(ServiceCode other) {
        code = other;
        start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitReady(HttpClient client) {
        Awaitility.await(name + " to be ready, see " + log)
                .atMost(Duration.ofMinutes(4))
                .until(() -> Web.status(client, url() + "/actuator/health/readiness") == 200);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Path log() {
        return log;
    }

    private void destroy() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}

package io.erpsync.writer;

import io.erpsync.schemas.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The writer of Fortnox in a process of its own, as it is run in earnest. */
final class WriterProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePorts.one();
    private final Path log;
    private final Process process;

    private WriterProcess(Map<String, String> settings, Path log) {
        this.log = log;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dserver.port=" + port);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ErpWritersApplication.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(
                        Map.of(
                                "ERPSYNC_FORTNOX_CLIENT_ID", "demo",
                                "ERPSYNC_FORTNOX_CLIENT_SECRET", "demo"));
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static WriterProcess start(Map<String, String> settings, Path log) {
        return new WriterProcess(settings, log);
    }

    WriterProcess awaitReady() {
        Awaitility.await("the writer, see " + log)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new AssertionError(log());
        }
        return this;
    }

    private boolean isReady() {
        // The parts have a status each; not ready is whatever holds another one than this.
        String health = get("/actuator/health/readiness");
        return health.contains("\"status\":\"UP\"") && !health.contains("OUT_OF_SERVICE");
    }

    /** The answer's body; empty when there is none. */
    String get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
        http.close();
    }
}

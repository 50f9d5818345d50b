package io.erpsync.limepoller;

import io.erpsync.schemas.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** The poller in a process of its own, as it is run in earnest. */
final class LimePollerProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePorts.one();
    private final Path log;
    private final Process process;

    private LimePollerProcess(Map<String, String> settings, Path log) {
        this.log = log;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dserver.port=" + port);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(LimePollerApplication.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(Map.of("LIME_KEY", "sync", "WEBHOOK_SECRET", "hush"));
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts it and does not wait for anything. */
    static LimePollerProcess launch(Map<String, String> settings, Path log) {
        return new LimePollerProcess(settings, log);
    }

    /** Starts it and waits until it is ready. */
    static LimePollerProcess start(Map<String, String> settings, Path log) {
        LimePollerProcess started = launch(settings, log);
        Awaitility.await("the poller, see " + log)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !started.process.isAlive() || started.isReady());
        if (!started.process.isAlive()) {
            throw new AssertionError(started.log());
        }
        return started;
    }

    private boolean isReady() {
        return get("/actuator/health/readiness").contains("\"status\":\"UP\"");
    }

    /** The answer's body; empty when there is none. */
    String get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Delivers as Lime does, signed with {@code secret}; the status of the answer. */
    int deliver(String connection, String body, String secret) {
        HttpRequest request =
                HttpRequest.newBuilder(address("/webhooks/lime/" + connection))
                        .timeout(Duration.ofSeconds(30))
                        .header("X-Lime-Signature", "sha256=" + signature(body, secret))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String signature(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
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

package io.erpsync.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir private Path folder;

    @Test
    void saysHowAProgramEndedAndWhatItsLogEndsWith() {
        try (Program program = started("no-such.jar")) {
            assertThatThrownBy(() -> program.awaitReady(() -> false, Duration.ofSeconds(30)))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContainingAll(
                            "broker ended with status 1",
                            folder.resolve("broker.log").toString(),
                            "Unable to access jarfile");
        }
    }

    @Test
    void losesPatience() {
        try (Program program = started("no-such.jar")) {
            assertThatThrownBy(() -> program.awaitReady(() -> false, Duration.ZERO))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("broker ");
        }
    }

    @Test
    void isReadyWhenTheCheckSaysSo() {
        try (Program program = started("no-such.jar")) {
            assertThat(program.awaitReady(() -> true, Duration.ofSeconds(30))).isPositive();
        }
    }

    @Test
    void leavesNothingRunningWhenClosed() {
        Program program = started("no-such.jar");

        program.close();

        assertThat(program.handle().isAlive()).isFalse();
    }

    @Test
    void takesAnAnswerOf200AsReady() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good", exchange -> exchange.sendResponseHeaders(200, -1));
        server.createContext("/bad", exchange -> exchange.sendResponseHeaders(503, -1));
        server.start();
        int port = server.getAddress().getPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(ReadyCheck.http(client, port, "/good").ready()).isTrue();
            assertThat(ReadyCheck.http(client, port, "/bad").ready()).isFalse();
            assertThat(ReadyCheck.port(port).ready()).isTrue();
            server.stop(0);
            assertThat(ReadyCheck.http(client, port, "/good").ready()).isFalse();
            assertThat(ReadyCheck.port(port).ready()).isFalse();
        }
    }

    private Program started(String jar) {
        return Program.java(
                "broker",
                folder.resolve("broker.log"),
                "32m",
                Map.of("a", "b"),
                Program.jar(folder.resolve(jar)),
                List.of());
    }
}

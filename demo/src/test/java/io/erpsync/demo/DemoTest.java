package io.erpsync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.demo.stack.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DemoTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helps() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains("Usage: bin/demo", "--exit", "--no-story")
                .doesNotContain("--home", "broker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "nonsense", "broker", "broker --data x --port y"})
    void refusesArgumentsThatCannotBe(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void endsWithTwoWhenItCannotStart(@TempDir Path home) throws IOException {
        try (ServerSocket taken = taken(Ports.SANDBOX)) {
            assertThat(run("--exit", "--home", home.toString())).isEqualTo(2);
            assertThat(taken).isNotNull();
        }
    }

    /** Somebody else may have it, which is as good. */
    private static ServerSocket taken(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException _) {
            try {
                return new ServerSocket(0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private int run(String... arguments) {
        return new CommandLine(new Demo())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

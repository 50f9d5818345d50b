package io.erpsync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.demo.stack.Ports;
import io.erpsync.demo.stack.Service;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void printsWhatWasSeenWithItsSeconds() {
        terminal(false).seen("Lime: synced", Duration.ofMillis(1_240));

        assertThat(printed()).isEqualTo("  ✔   1.2 s  Lime: synced\n");
    }

    @Test
    void printsWhatWasMissed() {
        terminal(false).missed("Lime: synced", Duration.ofSeconds(30));

        assertThat(printed()).isEqualTo("  ✘  30.0 s  Lime: synced\n");
    }

    @Test
    void coloursWhereAPersonLooks() {
        terminal(true).seen("it", Duration.ZERO);
        terminal(true).missed("it", Duration.ZERO);
        terminal(true).chapter("Next");

        assertThat(printed())
                .contains("\u001b[32m✔\u001b[0m", "\u001b[31m✘\u001b[0m", "\u001b[1mNext\u001b[0m");
    }

    @Test
    void namesTheAddressOfEverythingThatRuns() {
        terminal(false).addresses();

        assertThat(printed())
                .contains(
                        "http://127.0.0.1:" + Ports.SANDBOX + "/ledger",
                        "http://127.0.0.1:" + Ports.SANDBOX + "/lime/demo/api/v1/",
                        "http://127.0.0.1:" + Ports.SANDBOX + "/fortnox/3/",
                        "127.0.0.1:" + Ports.BROKER,
                        "http://127.0.0.1:" + Ports.REGISTRY + "/apis/ccompat/v7")
                .doesNotContain("\u001b");
        for (Service service : Service.ALL) {
            assertThat(printed())
                    .containsPattern(service.name() + " +http://127.0.0.1:" + service.port());
        }
        assertThat(printed().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void saysWhyItCouldNotStart() {
        terminal(false).failed("no broker");

        assertThat(printed()).contains("The demo could not start: no broker");
    }

    private Terminal terminal(boolean coloured) {
        return new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), coloured);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}

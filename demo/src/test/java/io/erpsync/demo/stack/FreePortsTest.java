package io.erpsync.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void namesEveryPortThatIsTakenAndWhatItIsFor() throws IOException {
        Map<String, Integer> wanted = new TreeMap<>();
        try (ServerSocket one = listening();
                ServerSocket other = listening()) {
            wanted.put("Kafka", one.getLocalPort());
            wanted.put("the sandbox", other.getLocalPort());

            assertThat(FreePorts.taken(wanted))
                    .isEqualTo(
                            "\n  port %d for Kafka\n  port %d for the sandbox"
                                    .formatted(one.getLocalPort(), other.getLocalPort()));
        }

        assertThat(FreePorts.taken(wanted)).isEmpty();
    }

    @Test
    void givesEveryServiceAPortOfItsOwn() {
        Stream<Integer> services = Service.ALL.stream().map(Service::port);
        Stream<Integer> others =
                Stream.of(
                        Ports.BROKER,
                        Ports.CONTROLLER,
                        Ports.REGISTRY,
                        Ports.REGISTRY_MANAGEMENT,
                        Ports.SANDBOX);

        assertThat(Stream.concat(services, others)).doesNotHaveDuplicates().hasSize(10);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}

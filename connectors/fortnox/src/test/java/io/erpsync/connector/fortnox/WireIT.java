package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.fortnox.Wire.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class WireIT {

    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}";

    private final AtomicInteger requests = new AtomicInteger();
    private final Wire wire = new Wire(Duration.ofSeconds(2), InstantSource.system());
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void doesNotRepeatARequestWhoseConnectionIsReset() {
        serve(0);

        Exchange exchange = wire.send(post());

        assertThat(exchange).isInstanceOf(Exchange.Lost.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void doesNotRepeatARequestOnAConnectionUsedBefore() {
        serve(1);

        Exchange first = wire.send(post());
        Exchange second = wire.send(post());

        assertThat(first).isInstanceOf(Exchange.Answered.class);
        assertThat(second).isInstanceOf(Exchange.Lost.class);
        assertThat(requests).hasValue(2);
    }

    @Test
    void saysThatNothingWasSentWhereNobodyListens() throws IOException {
        server.close();

        assertThat(wire.send(post())).isInstanceOf(Exchange.NeverSent.class);
    }

    @Test
    void saysThatNothingWasSentToAHostThatIsNot() {
        Wire.Request request =
                new Wire.Request(
                        HttpMethod.POST, URI.create("http://no.such.invalid/"), Map.of(), "{}");

        assertThat(wire.send(request)).isInstanceOf(Exchange.NeverSent.class);
    }

    private Wire.Request post() {
        return new Wire.Request(
                HttpMethod.POST,
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/3/customers"),
                Map.of(),
                "{}");
    }

    /**
     * Answers so many requests, on whichever connections they come, and resets the connection of
     * the next.
     */
    private void serve(int answered) {
        Thread.startVirtualThread(
                () -> {
                    while (!server.isClosed()) {
                        try {
                            Socket socket = server.accept();
                            Thread.startVirtualThread(() -> converse(socket, answered));
                        } catch (IOException over) {
                            // The test has ended.
                        }
                    }
                });
    }

    private void converse(Socket accepted, int answered) {
        try (Socket socket = accepted) {
            // Closing then resets the connection instead of ending it.
            socket.setSoLinger(true, 0);
            byte[] buffer = new byte[8192];
            for (int read = socket.getInputStream().read(buffer);
                    read > 0;
                    read = socket.getInputStream().read(buffer)) {
                String part = new String(buffer, 0, read, StandardCharsets.US_ASCII);
                // A request may come in parts; its first line is in the first.
                if (part.startsWith("POST ") && requests.incrementAndGet() > answered) {
                    return;
                }
                if (part.startsWith("POST ")) {
                    socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException over) {
            // The client went first: the next one counts.
        }
    }
}

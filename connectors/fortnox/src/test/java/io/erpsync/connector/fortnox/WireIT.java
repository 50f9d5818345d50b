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

    /** Answers so many requests of a connection, and resets it at the next. */
    private void serve(int answered) {
        Thread.startVirtualThread(
                () -> {
                    while (!server.isClosed()) {
                        try (Socket socket = server.accept()) {
                            // Closing then resets the connection instead of ending it.
                            socket.setSoLinger(true, 0);
                            converse(socket, answered);
                        } catch (IOException over) {
                            // The test has ended, or the client went first: the next one counts.
                        }
                    }
                });
    }

    private void converse(Socket socket, int answered) throws IOException {
        byte[] buffer = new byte[8192];
        int left = answered;
        while (socket.getInputStream().read(buffer) > 0) {
            requests.incrementAndGet();
            if (left == 0) {
                return;
            }
            left--;
            socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
        }
    }
}

package io.erpsync.connector.lime;

import io.erpsync.connector.RequestGate;
import io.erpsync.model.Urgency;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;

/**
 * Sends single requests, each with a permit of its own, and never one twice. Blocks its caller,
 * which is a virtual thread, and never throws for anything the other end does.
 */
final class LimeHttp implements AutoCloseable {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;
    private static final MediaType HAL = MediaType.parseMediaType("application/hal+json");

    private final URI root;
    private final Duration timeout;
    private final RequestGate gate;
    private final ConnectionProvider connections;
    private final WebClient client;

    LimeHttp(LimeSettings settings, RequestGate gate) {
        this.root = settings.root();
        this.timeout = settings.timeout();
        this.gate = gate;
        Duration connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        this.connections =
                ConnectionProvider.builder("lime")
                        .maxConnections(64)
                        .pendingAcquireTimeout(connect)
                        // Servers close idle connections; a write into one that is just being
                        // closed would be a write of unknown fate.
                        .maxIdleTime(Duration.ofSeconds(4))
                        .build();
        HttpClient http =
                HttpClient.create(connections)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connect.toMillis())
                        // Reactor Netty repeats requests by itself after a reset: today only those
                        // that it had not sent yet, in earlier versions a POST too.
                        .disableRetry(true);
        this.client =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .defaultHeader("x-api-key", settings.apiKey())
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                        .build();
    }

    Reply get(String pathAndQuery, Urgency urgency) {
        return send(HttpMethod.GET, pathAndQuery, null, urgency);
    }

    /** {@code pathAndQuery} is encoded already and relative to the root of the interface. */
    Reply send(HttpMethod method, String pathAndQuery, @Nullable JsonNode body, Urgency urgency) {
        RequestGate.Permit permit;
        try {
            permit = gate.enter(urgency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.NotSent("interrupted while waiting for a permit");
        }
        Reply reply = null;
        try {
            reply = exchange(method, URI.create(root + pathAndQuery), body);
            return reply;
        } finally {
            settle(permit, reply);
        }
    }

    private static void settle(RequestGate.Permit permit, @Nullable Reply reply) {
        switch (reply) {
            case Reply.Answered answered when answered.status() == 429 ->
                    permit.refused(answered.retryAfter());
            case Reply.Answered _ -> permit.answered();
            // It may still have taken a place in Lime's count, which is what the permit stands for.
            case Reply.Lost _ -> permit.lost();
            case Reply.NotSent _ -> permit.notSent();
            case null -> permit.lost();
        }
    }

    private Reply exchange(HttpMethod method, URI uri, @Nullable JsonNode body) {
        AtomicReference<Stage> stage = new AtomicReference<>(Stage.CONNECTING);
        WebClient.RequestBodySpec request =
                client.method(method)
                        .uri(uri)
                        .accept(HAL, MediaType.APPLICATION_JSON)
                        .httpRequest(_ -> leave(stage));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body.toString().getBytes(StandardCharsets.UTF_8));
        }
        CompletableFuture<@Nullable Reply> reply =
                request.exchangeToMono(LimeHttp::read).toFuture();
        try {
            Reply got = reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return got == null ? without(stage, "the connection ended without an answer") : got;
        } catch (TimeoutException e) {
            reply.cancel(true);
            return without(stage, "no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            return without(stage, "interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Throwable root = cause.getCause() == null ? cause : cause.getCause();
            return without(stage, "the connection broke: " + root.getClass().getSimpleName());
        }
    }

    /** How far a request has come; it is either sent or given up, never both. */
    private enum Stage {
        CONNECTING,
        SENT,
        GIVEN_UP
    }

    /**
     * Runs when the connection stands, just before the first byte; a second time only if the client
     * below were to repeat the request by itself, which this stops too.
     */
    private static void leave(AtomicReference<Stage> stage) {
        if (!stage.compareAndSet(Stage.CONNECTING, Stage.SENT)) {
            throw new CancellationException("given up before it was sent");
        }
    }

    private static Reply without(AtomicReference<Stage> stage, String words) {
        return stage.compareAndSet(Stage.CONNECTING, Stage.GIVEN_UP)
                ? new Reply.NotSent(words)
                : new Reply.Lost(words);
    }

    private static Mono<Reply> read(ClientResponse response) {
        HttpHeaders headers = response.headers().asHttpHeaders();
        Instant date = instant(headers.getFirst(HttpHeaders.DATE));
        Duration retryAfter = retryAfter(headers.getFirst(HttpHeaders.RETRY_AFTER), date);
        return response.bodyToMono(byte[].class)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .defaultIfEmpty("")
                .map(
                        body ->
                                new Reply.Answered(
                                        response.statusCode().value(), date, retryAfter, body));
    }

    private static @Nullable Instant instant(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration retryAfter(@Nullable String header, @Nullable Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant until = instant(text);
        if (until == null || now == null || until.isBefore(now)) {
            return null;
        }
        return Duration.between(now, until);
    }

    @Override
    public void close() {
        connections.dispose();
    }
}

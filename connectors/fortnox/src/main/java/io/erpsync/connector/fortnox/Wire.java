package io.erpsync.connector.fortnox;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Sends single HTTP requests and says how far each came. Blocks the calling thread for the time-out
 * at most; safe for use by many threads.
 */
final class Wire implements AutoCloseable {

    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    // Shorter than the idle time of servers that we know: a request on a connection which the
    // server is just closing would be of unknown fate.
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Duration timeout;
    private final InstantSource clock;
    private final ConnectionProvider connections;
    private final WebClient client;

    Wire(Duration timeout, InstantSource clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.connections = ConnectionProvider.builder("fortnox").maxIdleTime(IDLE).build();
        this.client =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http()))
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                        .build();
    }

    private HttpClient http() {
        // Half of the time-out, so that a host that cannot be reached shows as that, and not as an
        // answer that came too late. Reactor's own retry would repeat a POST: off.
        return HttpClient.create(connections)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(Math.max(1, timeout.toMillis() / 2)))
                .disableRetry(true);
    }

    /** Sends {@code request} once and waits for its end. Never throws for what the network does. */
    Exchange send(Request request) {
        Instant sent = clock.instant();
        CompletableFuture<@Nullable Exchange> answer = start(request, sent).toFuture();
        try {
            Exchange exchange = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return exchange == null ? new Exchange.Lost("no answer") : exchange;
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Exchange.Lost("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Exchange.Lost("interrupted while waiting for the answer");
        } catch (ExecutionException failed) {
            return fate(failed);
        }
    }

    private Mono<Exchange> start(Request request, Instant sent) {
        WebClient.RequestBodySpec spec = client.method(request.method()).uri(request.uri());
        request.headers().forEach(spec::header);
        String body = request.body();
        return (body == null ? spec : spec.bodyValue(body.getBytes(StandardCharsets.UTF_8)))
                .exchangeToMono(response -> whole(response, sent));
    }

    private Mono<Exchange> whole(ClientResponse response, Instant sent) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(
                        body ->
                                new Exchange.Answered(
                                        response.statusCode().value(),
                                        response.headers().asHttpHeaders(),
                                        // Whatever the label says: JSON is UTF-8.
                                        new String(body, StandardCharsets.UTF_8),
                                        sent,
                                        clock.instant()));
    }

    private static Exchange fate(ExecutionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return new Exchange.NeverSent("no connection: " + kind(cause));
            }
        }
        Throwable cause = failed.getCause();
        return new Exchange.Lost("no answer: " + kind(cause == null ? failed : cause));
    }

    // The kind only: messages of network faults repeat addresses, which are not for every reader.
    private static String kind(Throwable fault) {
        return fault.getClass().getSimpleName();
    }

    @Override
    public void close() {
        connections.dispose();
    }

    /** One request; its headers carry secrets and are never printed. */
    record Request(HttpMethod method, URI uri, Map<String, String> headers, @Nullable String body) {
        @Override
        public String toString() {
            return method + " " + uri.getPath();
        }
    }

    /** How far one request came. */
    sealed interface Exchange {

        /** An answer came, and all of it. */
        record Answered(
                int status, HttpHeaders headers, String body, Instant sent, Instant answered)
                implements Exchange {

            ServerTime time() {
                return ServerTime.of(headers.getFirst(HttpHeaders.DATE), sent, answered);
            }

            /** How long it wants to be left alone, in seconds or until a time; null if untold. */
            @Nullable Duration retryAfter() {
                String text = headers.getFirst(HttpHeaders.RETRY_AFTER);
                if (text != null && text.matches("\\d{1,6}")) {
                    return Duration.ofSeconds(Long.parseLong(text));
                }
                Instant until = ServerTime.parsed(text);
                Instant told = ServerTime.parsed(headers.getFirst(HttpHeaders.DATE));
                Instant now = told == null ? answered : told;
                return until == null || until.isBefore(now) ? null : Duration.between(now, until);
            }
        }

        /** Nothing of it reached the system. */
        record NeverSent(String words) implements Exchange {}

        /** It may have reached the system; the answer did not reach us. */
        record Lost(String words) implements Exchange {}
    }
}

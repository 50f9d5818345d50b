package io.erpsync.limepoller.webhook;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connector.lime.LimeWebhook;
import io.erpsync.connector.lime.LimeWebhook.Delivery;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * {@code POST /webhooks/lime/{connection}}: answers 202 once the hint is on its topic, 401 for a
 * signature that does not fit, 404 for a connection that is unknown or off, 400 for a body that
 * names no record, 413 for one of more than 256 KiB, 503 when the hint could not be kept in time. A
 * hint that is lost costs time only, for the next poll brings what it spoke of; save that of a
 * deletion, which is marked as one, for no poll shows it.
 */
public final class LimeWebhookRoute {

    private final ConnectionFolder connections;
    private final AccessResolver secrets;
    private final HintSender hints;
    private final Duration patience;

    /**
     * @param patience how long a delivery may wait for its hint to be kept; Lime delivers one after
     *     the other, so a slow answer delays all that follow
     */
    LimeWebhookRoute(
            ConnectionFolder connections,
            AccessResolver secrets,
            HintSender hints,
            Duration patience) {
        this.connections = connections;
        this.secrets = secrets;
        this.hints = hints;
        this.patience = patience;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().POST("/webhooks/lime/{connection}", this::take).build();
    }

    private Mono<ServerResponse> take(ServerRequest request) {
        Connection connection = connection(request.pathVariable("connection"));
        if (connection == null) {
            return status(HttpStatus.NOT_FOUND);
        }
        String signature = request.headers().firstHeader(LimeWebhook.SIGNATURE_HEADER);
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> inTime(() -> take(connection, body, signature)))
                .onErrorResume(
                        DataBufferLimitException.class, _ -> status(HttpStatus.CONTENT_TOO_LARGE));
    }

    // Secrets are files, and a producer may block: not on the server's own threads. The wait for
    // one
    // of the others counts too.
    private Mono<ServerResponse> inTime(Supplier<Mono<ServerResponse>> taking) {
        return Mono.defer(taking)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(patience)
                .onErrorResume(TimeoutException.class, _ -> status(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private Mono<ServerResponse> take(
            Connection connection, byte[] body, @Nullable String signature) {
        String secret = secrets.resolve(connection, Side.LIME).values().get("webhook-secret");
        if (secret == null || !LimeWebhook.verify(secret, body, signature)) {
            return status(HttpStatus.UNAUTHORIZED);
        }
        Optional<Delivery> delivery = LimeWebhook.read(body);
        if (delivery.isEmpty()) {
            return status(HttpStatus.BAD_REQUEST);
        }
        if (!isKeptInStep(connection, delivery.get())) {
            return status(HttpStatus.ACCEPTED);
        }
        RecordReference record =
                new RecordReference(
                        SystemName.LIME, delivery.get().limetype(), delivery.get().id());
        boolean deleted = delivery.get().kind() == LimeWebhook.Kind.DELETE;
        return Mono.fromFuture(() -> hints.send(connection.name(), record, deleted))
                .then(status(HttpStatus.ACCEPTED))
                .onErrorResume(
                        HintSender.NotKept.class, _ -> status(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static boolean isKeptInStep(Connection connection, Delivery delivery) {
        return connection.objects().values().stream()
                .anyMatch(rules -> rules.limeType().equals(delivery.limetype()));
    }

    private @Nullable Connection connection(String name) {
        try {
            Connection found = connections.snapshot().connection(new ConnectionName(name));
            return found == null || found.mode() == Mode.OFF ? null : found;
        } catch (IllegalArgumentException noName) {
            return null;
        }
    }

    private static Mono<ServerResponse> status(HttpStatus status) {
        return ServerResponse.status(status).build();
    }
}

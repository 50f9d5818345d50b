package io.erpsync.limepoller.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.AppCredentials;
import io.erpsync.connection.secret.Secrets;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.testing.StubRegistry;
import io.erpsync.schemas.topics.ConnectionPartitioner;
import io.erpsync.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The route as a client meets it, with a producer that does as it is told. */
final class RouteWorld implements AutoCloseable {

    static final String SECRET = "hush";
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final StubRegistry registry = StubRegistry.start();
    private final MessageCodec codec;
    private final MockProducer<byte[], byte[]> producer;
    private final ConnectionFolder folder;
    private final WebTestClient client;

    /**
     * @param kept whether the brokers take what is sent, at once
     * @param patience of the route
     */
    RouteWorld(Path connections, boolean kept, Duration patience) {
        Contract.schemaByTopic()
                .forEach((topic, schema) -> registry.register(topic + "-value", schema));
        codec = new MessageCodec(Map.of(SerdeKeys.URL, registry.url()));
        producer =
                new MockProducer<>(
                        Cluster.empty(),
                        kept,
                        new ConnectionPartitioner(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        write(connections, "acme", "live", "webhook-secret: ${HOOK_SECRET}");
        write(connections, "watched", "observe", "webhook-secret: ${HOOK_SECRET}");
        write(connections, "resting", "off", "webhook-secret: ${HOOK_SECRET}");
        write(connections, "unhooked", "live", "");
        write(connections, "unset", "live", "webhook-secret: ${NO_SUCH_SECRET}");
        write(connections, "empty", "live", "webhook-secret: ${EMPTY_SECRET}");
        folder = ConnectionFolder.open(connections);
        Map<String, String> secrets =
                Map.of("LIME_KEY", "k", "HOOK_SECRET", SECRET, "EMPTY_SECRET", "");
        AccessResolver access =
                new AccessResolver(
                        new Secrets(null, secrets), new AppCredentials(connections, secrets));
        LimeWebhookRoute route =
                new LimeWebhookRoute(
                        folder, access, new HintSender(producer, codec, () -> NOW), patience);
        client =
                WebTestClient.bindToRouterFunction(route.routes())
                        .configureClient()
                        .responseTimeout(Duration.ofSeconds(30))
                        .build();
    }

    private static void write(Path folder, String name, String mode, String secret) {
        try {
            Files.writeString(
                    folder.resolve(name + ".yml"),
                    """
                    connection: %s
                    mode: %s
                    lime:
                      url: http://127.0.0.1:1/lime/%s
                      api-key: ${LIME_KEY}
                      %s
                    erp: { system: fortnox, tenant: "%s", company: "556677-8899" }
                    objects:
                      customer: { directions: standard }
                    """
                            .formatted(name, mode, name, secret, name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    MockProducer<byte[], byte[]> producer() {
        return producer;
    }

    /** Delivers what is signed as it should be; the answer's status. */
    int deliver(String connection, String body) {
        return deliver(connection, body.getBytes(UTF_8), signed(SECRET, body.getBytes(UTF_8)));
    }

    int deliver(String connection, byte[] body, @Nullable String signature) {
        WebTestClient.RequestBodySpec request =
                client.post().uri("/webhooks/lime/{connection}", connection);
        if (signature != null) {
            request.header("X-Lime-Signature", signature);
        }
        return request.bodyValue(body).exchange().expectBody().isEmpty().getStatus().value();
    }

    int get(String path) {
        return client.get().uri(path).exchange().expectBody().returnResult().getStatus().value();
    }

    /** What was sent, in order. */
    List<Hint> hints() {
        return producer.history().stream()
                .map(
                        record ->
                                switch (codec.decode(Topics.HINTS, record.value(), Hint.class)) {
                                    case Decoded.Read<Hint>(Hint hint) -> hint;
                                    case Decoded.Unreadable<Hint>(String words) ->
                                            throw new AssertionError(words);
                                })
                .toList();
    }

    List<String> keys() {
        return producer.history().stream().map(record -> new String(record.key(), UTF_8)).toList();
    }

    static String signed(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String update(String id) {
        return "{\"event\":\"company.update\",\"body\":{\"id\":%s,\"limetype\":\"company\"}}"
                .formatted(id);
    }

    @Override
    public void close() {
        codec.close();
        registry.close();
    }
}

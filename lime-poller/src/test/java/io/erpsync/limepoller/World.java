package io.erpsync.limepoller;

import io.erpsync.sandbox.Sandbox;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.testing.StubRegistry;
import io.erpsync.schemas.testing.TestBroker;
import io.erpsync.schemas.topics.TopicSetUp;
import io.erpsync.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A broker, a registry and a Lime over HTTP; an application and a connection for each test. */
final class World implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final Sandbox sandbox = Sandbox.start();
    private final StubRegistry registry = StubRegistry.start();
    private final TestBroker broker;
    private final MessageCodec codec;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    World(Path folder) {
        broker = TestBroker.startIn(folder.resolve("broker"));
        try (Admin admin = broker.admin()) {
            new TopicSetUp(admin).apply(PARTITIONS, 1);
        }
        Contract.schemaByTopic()
                .forEach((topic, schema) -> registry.register(topic + "-value", schema));
        codec = new MessageCodec(Map.of(SerdeKeys.URL, registry.url()));
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "isolation.level",
                                "read_committed",
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class));
        List<TopicPartition> read =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(Topics.LIME_CHANGES, partition))
                        .toList();
        consumer.assign(read);
        consumer.seekToBeginning(read);
    }

    /** What a poller of these connections is started with. */
    Map<String, String> settings(Path connections, String replica) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("erpsync.bootstrap-servers", broker.bootstrapServers());
        settings.put("erpsync.registry-url", registry.url());
        settings.put("erpsync.connections-dir", connections.toString());
        settings.put("erpsync.replica-name", replica);
        settings.put("erpsync.partitions", Integer.toString(PARTITIONS));
        // Above what the sandbox allows in a window; the tests stay far below it.
        settings.put("erpsync.limits.lime.requests", "300000");
        return settings;
    }

    /** A Lime application of that name, and a connection to it. */
    void connection(String name, String every, Path connections) {
        control("/sandbox/lime/" + name, "{}");
        try {
            Files.writeString(
                    connections.resolve(name + ".yml"),
                    """
                    connection: %s
                    mode: live
                    lime:
                      url: %s/lime/%s
                      api-key: ${LIME_KEY}
                      webhook-secret: ${WEBHOOK_SECRET}
                    erp: { system: fortnox, tenant: "%s", company: "556677-8899" }
                    poll: { every: %s, status: %s }
                    objects:
                      customer: { directions: standard }
                    """
                            .formatted(name, sandbox.baseUrl(), name, name, every, every));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** New companies called {@code prefix} and a number; their ids. */
    List<String> companies(String application, String prefix, int count) {
        String records =
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"name\":\"" + prefix + " " + i + "\"}")
                        .collect(Collectors.joining(",", "[", "]"));
        String answer = control("/sandbox/lime/" + application + "/seed?type=company", records);
        return List.of(answer.replaceAll("[^0-9,]", "").split(",", -1));
    }

    List<ChangeEvent> events(String connection, Origin origin) {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        return seen.stream()
                .map(this::decoded)
                .filter(event -> event.getConnection().equals(connection))
                .filter(event -> event.getOrigin() == origin)
                .toList();
    }

    List<String> ids(String connection, Origin origin) {
        return events(connection, origin).stream()
                .map(event -> event.getReference().getId())
                .toList();
    }

    private ChangeEvent decoded(ConsumerRecord<byte[], byte[]> record) {
        return switch (codec.decode(record.topic(), record.value(), ChangeEvent.class)) {
            case Decoded.Read<ChangeEvent>(ChangeEvent message) -> message;
            case Decoded.Unreadable<ChangeEvent>(String words) -> throw new AssertionError(words);
        };
    }

    private String control(String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(path + ": " + response.body());
            }
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
        consumer.close();
        codec.close();
        broker.close();
        registry.close();
        sandbox.close();
    }
}

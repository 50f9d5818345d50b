package io.erpsync.polling.world;

import io.erpsync.polling.kafka.ClientSettings;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.message.ChangeEvent;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.HintSource;
import io.erpsync.schemas.message.PollCursor;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.testing.StubRegistry;
import io.erpsync.schemas.testing.TestBroker;
import io.erpsync.schemas.topics.ConnectionPartitioner;
import io.erpsync.schemas.topics.TopicSetUp;
import io.erpsync.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker and a registry, once for all tests, and what lies on the topics. */
public final class World {

    public static final int PARTITIONS = 4;

    private static final class Only {
        private static final World WORLD = new World();
    }

    private final TestBroker broker;
    private final MessageCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    private World() {
        try {
            broker = TestBroker.startIn(Files.createTempDirectory("polling"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        StubRegistry registry = StubRegistry.start();
        Contract.schemaByTopic()
                .forEach((topic, schema) -> registry.register(topic + "-value", schema));
        codec = new MessageCodec(Map.of(SerdeKeys.URL, registry.url()));
        try (Admin admin = broker.admin()) {
            new TopicSetUp(admin).apply(PARTITIONS, 1);
        }
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "partitioner.class", ConnectionPartitioner.class,
                                "key.serializer", ByteArraySerializer.class,
                                "value.serializer", ByteArraySerializer.class));
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
        List<TopicPartition> read = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            read.add(new TopicPartition(Topics.LIME_CHANGES, partition));
            read.add(new TopicPartition(Topics.CURSORS, partition));
            read.add(new TopicPartition(Topics.DEAD_LETTERS, partition));
        }
        consumer.assign(read);
        consumer.seekToBeginning(read);
    }

    public static World get() {
        TestBroker.assumeThereIsOne();
        return Only.WORLD;
    }

    public TestBroker broker() {
        return broker;
    }

    public MessageCodec codec() {
        return codec;
    }

    /** Settings of one replica of a poller; each test has a group of its own. */
    public ClientSettings clients(String service, String replica) {
        return new ClientSettings(
                broker.bootstrapServers(), service, replica, PARTITIONS, Map.of());
    }

    /** The committed events of that connection so far, in order. */
    public List<ChangeEvent> events(String connection) {
        return read(Topics.LIME_CHANGES, ChangeEvent.class).stream()
                .filter(event -> event.getConnection().equals(connection))
                .toList();
    }

    /** The committed cursors of that connection so far, in order. */
    public List<PollCursor> cursors(String connection) {
        return read(Topics.CURSORS, PollCursor.class).stream()
                .filter(cursor -> cursor.getConnection().equals(connection))
                .toList();
    }

    /** The dead letters of that connection so far, in order. */
    public List<DeadLetter> deadLetters(String connection) {
        return read(Topics.DEAD_LETTERS, DeadLetter.class).stream()
                .filter(letter -> connection.equals(letter.getConnection()))
                .toList();
    }

    /** Puts a hint on its topic; without an id it asks for a poll. */
    public void hint(String connection, @Nullable String id) {
        hint(connection, id, false);
    }

    /** Says that a record is deleted. */
    public void deleted(String connection, String id) {
        hint(connection, id, true);
    }

    private void hint(String connection, @Nullable String id, boolean deleted) {
        Hint hint =
                Hint.newBuilder()
                        .setConnection(connection)
                        .setReference(id == null ? null : new Reference("lime", "company", id))
                        .setSource(id == null ? HintSource.POLL_NOW : HintSource.WEBHOOK)
                        .setAt(Instant.EPOCH)
                        .setDeleted(deleted)
                        .build();
        byte[] key = (connection + "/hint/company/" + id).getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(Topics.HINTS, key, codec.encode(Topics.HINTS, hint)));
    }

    public RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The offset of {@code hints} that the group has committed in that partition; 0 for none. */
    public long committed(String group, int partition) {
        try (Admin admin = broker.admin()) {
            var at =
                    admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(new TopicPartition(Topics.HINTS, partition));
            return at == null ? 0 : at.offset();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private synchronized <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        return seen.stream()
                .filter(record -> record.topic().equals(topic))
                .filter(record -> !isOdd(record))
                .map(record -> decoded(record, type))
                .toList();
    }

    /** Put there by a test for others to stumble over. */
    private static boolean isOdd(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topics.CURSORS)
                && (record.value() == null || record.value().length < 5);
    }

    private <T extends SpecificRecord> T decoded(
            ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        return switch (codec.decode(record.topic(), record.value(), type)) {
            case Decoded.Read<T>(T message) -> message;
            case Decoded.Unreadable<T>(String words) -> throw new AssertionError(words);
        };
    }
}

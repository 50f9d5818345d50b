package io.erpsync.writer;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.testing.RegistryProcess;
import io.erpsync.schemas.testing.TestBroker;
import io.erpsync.schemas.topics.ConnectionPartitioner;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.TopicSetUp;
import io.erpsync.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker and a registry with everything that is set up beside the services, once for all tests,
 * and what the tests need to play the engine: each of them uses a connection of its own.
 */
public final class World {

    public static final int PARTITIONS = 3;
    public static final String GROUP = "erpsync-writers-fortnox";
    private static final String COMMANDS = Topics.commandsTo(new SystemName("fortnox"));

    private static final class Only {
        private static final World WORLD = new World();
    }

    private final TestBroker broker;
    private final RegistryProcess registry;
    private final MessageCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    private World() {
        Path folder = folder();
        broker = TestBroker.startIn(folder.resolve("broker"));
        registry = RegistryProcess.startIn(folder.resolve("registry"));
        try (Admin admin = broker.admin();
                SubjectSetUp subjects = new SubjectSetUp(codecSettings())) {
            new TopicSetUp(admin).apply(PARTITIONS, 1);
            subjects.apply(Contract.schemaByTopic());
        }
        codec = new MessageCodec(codecSettings());
        producer = new KafkaProducer<>(producerSettings());
        consumer = new KafkaConsumer<>(consumerSettings());
        List<TopicPartition> read = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            read.add(new TopicPartition(Topics.RESULTS, partition));
            read.add(new TopicPartition(Topics.DEAD_LETTERS, partition));
        }
        consumer.assign(read);
        consumer.seekToBeginning(read);
    }

    public static World get() {
        TestBroker.assumeThereIsOne();
        return Only.WORLD;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("writers");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    public Map<String, String> codecSettings() {
        return Map.of(SerdeKeys.URL, registry.url());
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                ConnectionPartitioner.class,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class);
    }

    private Map<String, Object> consumerSettings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    /** Sends the command; where it lies. */
    public RecordMetadata send(Command command) {
        return send(command, codec.encode(COMMANDS, command));
    }

    /** Sends those bytes under the key and headers of the command. */
    public RecordMetadata send(Command command, byte[] body) {
        try {
            return producer.send(record(command, body)).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Command command, byte[] body) {
        String key =
                String.join(
                        "/",
                        command.getConnection(),
                        "fortnox",
                        "customer",
                        Objects.requireNonNullElse(command.getId(), command.getLinkId()));
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(COMMANDS, key.getBytes(StandardCharsets.UTF_8), body);
        header(sent, Headers.COMMAND_ID, command.getCommandId());
        header(sent, Headers.CONNECTION, command.getConnection());
        header(sent, Headers.LINK_ID, command.getLinkId());
        header(sent, Headers.SYSTEM, command.getSystem());
        header(sent, Headers.ACTION, command.getAction().name());
        header(sent, Headers.CORRELATION_ID, "journey");
        return sent;
    }

    /** Sends them all and does not wait for each. */
    public void sendAll(List<Command> commands) {
        for (Command command : commands) {
            // What becomes of it, the results tell.
            var _ = producer.send(record(command, codec.encode(COMMANDS, command)));
        }
        producer.flush();
    }

    private static void header(ProducerRecord<byte[], byte[]> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** All results of that connection so far, in order. */
    public List<Result> results(String connection) {
        return read(Topics.RESULTS, Result.class).stream()
                .filter(result -> result.getConnection().equals(connection))
                .toList();
    }

    public List<DeadLetter> deadLetters(String connection) {
        return read(Topics.DEAD_LETTERS, DeadLetter.class).stream()
                .filter(letter -> connection.equals(letter.getConnection()))
                .toList();
    }

    /** The ids of answered commands of that connection, in the order of their results. */
    public List<String> answered(String connection) {
        return results(connection).stream().map(Result::getCommandId).toList();
    }

    private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
        return records(topic).stream().map(record -> decoded(record, type)).toList();
    }

    /** Every record that a reader of committed records sees. */
    public synchronized List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        return seen.stream().filter(r -> r.topic().equals(topic)).collect(Collectors.toList());
    }

    private <T extends SpecificRecord> T decoded(
            ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        return switch (codec.decode(record.topic(), record.value(), type)) {
            case Decoded.Read<T>(T message) -> message;
            case Decoded.Unreadable<T>(String words) -> throw new AssertionError(words);
        };
    }

    /** What the writers' group has committed in the partition of {@code at}. */
    public OffsetAndMetadata committed(RecordMetadata at) {
        try (Admin admin = broker.admin()) {
            return Objects.requireNonNullElse(
                    admin.listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(new TopicPartition(COMMANDS, at.partition())),
                    new OffsetAndMetadata(0));
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

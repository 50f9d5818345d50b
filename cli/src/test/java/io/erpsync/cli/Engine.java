package io.erpsync.cli;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.topics.ConnectionPartitioner;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes what the engine writes, in transactions as it does, and reads what it would read. */
final class Engine implements AutoCloseable {

    private final String brokers;
    private final MessageCodec codec;
    private final KafkaProducer<byte[], byte[]> producer;

    Engine(String brokers, String registry) {
        this.brokers = brokers;
        this.codec = new MessageCodec(Map.of(SerdeKeys.URL, registry));
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                brokers,
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "engine",
                                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                                ConnectionPartitioner.class,
                                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class));
        producer.initTransactions();
    }

    void link(String connection, String id, String limeId, String number, String status) {
        LinkState state =
                LinkState.newBuilder()
                        .setLinkId(id)
                        .setConnection(connection)
                        .setObjectType("customer")
                        .setLime(new Reference("lime", "company", limeId))
                        .setErp(new Reference("fortnox", "customer", number))
                        .setNumber(number)
                        .setTechnicalId(null)
                        .setStatus(status)
                        .setPhase("idle")
                        .setReason(null)
                        .setText(null)
                        .setChangedAt(Instant.parse("2026-03-01T09:00:00Z"))
                        .build();
        send(Topics.LINKS, key(connection, id), state, 0);
    }

    void deadLetter(String connection, String id, String reason, String words) {
        send(
                Topics.DEAD_LETTERS,
                key(connection, id),
                letter(connection, id.substring(0, 8), id, reason, words),
                0);
    }

    /** Of a connection as a whole, so of no link. */
    void alert(String connection, String reason, String words) {
        send(
                Topics.DEAD_LETTERS,
                Keys.ofAlert(new ConnectionName(connection), "mapping"),
                letter(connection, connection + "/mapping", null, reason, words),
                0);
    }

    void resolved(String connection, String id) {
        send(Topics.DEAD_LETTERS, key(connection, id), null, 0);
    }

    private static DeadLetter letter(
            String connection, String id, @Nullable String link, String reason, String words) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(id)
                .setConnection(connection)
                .setLinkId(link)
                .setReference(null)
                .setReason(reason)
                .setWords(words)
                .setTopic("results")
                .setPartition(1)
                .setOffset(7)
                .setHeaders(Map.of())
                .setAt(Instant.parse("2026-03-01T09:00:00Z"))
                .build();
    }

    void decided(String connection, String id, String event, String at) {
        Instant when = Instant.parse(at);
        HistoryEntry entry =
                HistoryEntry.newBuilder()
                        .setConnection(connection)
                        .setLinkId(id)
                        .setReference(null)
                        .setEvent(event)
                        .setSource("lime.changes/1/2")
                        .setDecision(Decision.COMMAND)
                        .setReason("EDITED")
                        .setCommandIds(List.of())
                        .setStatusBefore("updatesmade")
                        .setStatusAfter("inprocess")
                        .setLost(List.of())
                        .setRulesVersion("r-1")
                        .setCorrelationId("j-1")
                        .setCausationId("e-1")
                        .setAt(when)
                        .build();
        send(Topics.HISTORY, key(connection, id), entry, when.toEpochMilli());
    }

    void unreadable(String topic, String connection, String id) {
        put(topic, key(connection, id), "not ours".getBytes(StandardCharsets.UTF_8), 0);
    }

    private static String key(String connection, String id) {
        return Keys.ofLink(new ConnectionName(connection), new LinkId(id));
    }

    private void send(String topic, String key, @Nullable SpecificRecord message, long at) {
        put(topic, key, message == null ? null : codec.encode(topic, message), at);
    }

    private void put(String topic, String key, byte @Nullable [] value, long at) {
        producer.beginTransaction();
        try {
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    null,
                                    at == 0 ? null : at,
                                    key.getBytes(StandardCharsets.UTF_8),
                                    value))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        producer.commitTransaction();
    }

    /** All that was ever asked for on that topic, in the order of each connection. */
    <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
        List<T> read = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<byte[], byte[]>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                brokers,
                                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                                ByteArrayDeserializer.class,
                                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                                ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(
                                one -> {
                                    if (codec.decode(topic, one.value(), type)
                                            instanceof Decoded.Read<T>(T message)) {
                                        read.add(message);
                                    }
                                });
            }
        }
        return read;
    }

    List<ControlRequest> requests() {
        return read(Topics.CONTROL, ControlRequest.class);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        codec.close();
    }
}

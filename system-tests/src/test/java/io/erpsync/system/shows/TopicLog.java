package io.erpsync.system.shows;

import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Partitions;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.system.Pair;
import io.erpsync.system.SystemStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What the engine told, read from the topics, and what an operator asks of it. */
final class TopicLog implements AutoCloseable {

    private final String servers;
    private final MessageCodec codec;

    TopicLog(SystemStack stack) {
        this.servers = stack.bootstrapServers();
        this.codec = new MessageCodec(Map.of(SerdeKeys.URL, stack.registryUrl()));
    }

    /** A dead letter as it was written, or the word that it is over. */
    record Letter(String key, @Nullable DeadLetter letter) {

        boolean isAlert() {
            return key.contains("/alert/");
        }

        boolean isOver() {
            return letter == null;
        }

        String reason() {
            return letter == null ? "" : letter.getReason();
        }

        String words() {
            return letter == null ? "" : letter.getWords();
        }
    }

    /** Everything ever said about a pair in dead letters, oldest first. */
    List<Letter> letters(Pair pair) {
        List<Letter> letters = new ArrayList<>();
        read(
                Topics.DEAD_LETTERS,
                pair,
                record -> letters.add(new Letter(key(record), message(record, DeadLetter.class))));
        return letters;
    }

    List<Letter> alerts(Pair pair) {
        return letters(pair).stream().filter(Letter::isAlert).toList();
    }

    /** Every decision on a pair's records, oldest first. */
    List<HistoryEntry> history(Pair pair) {
        List<HistoryEntry> entries = new ArrayList<>();
        read(
                Topics.HISTORY,
                pair,
                record -> {
                    HistoryEntry entry = message(record, HistoryEntry.class);
                    if (entry != null) {
                        entries.add(entry);
                    }
                });
        return entries;
    }

    /** Asks as the command line does. */
    void ask(Pair pair, ControlAction action) {
        ask(pair, action, null, null);
    }

    void ask(Pair pair, ControlAction action, @Nullable String limeId, @Nullable String erpId) {
        ControlRequest request =
                ControlRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setConnection(pair.name())
                        .setAction(action)
                        .setLimeId(limeId)
                        .setErpId(erpId)
                        .setBy("show")
                        .setAt(Instant.now())
                        .build();
        String key = pair.name() + "/control/" + request.getRequestId();
        try (var producer = producer()) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.CONTROL,
                                    Partitions.of(
                                            pair.name(),
                                            producer.partitionsFor(Topics.CONTROL).size()),
                                    key.getBytes(StandardCharsets.UTF_8),
                                    codec.encode(Topics.CONTROL, request)))
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private <T extends SpecificRecord> @Nullable T message(
            ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return null;
        }
        return switch (codec.decode(record.topic(), value, type)) {
            case Decoded.Read<T>(T message) -> message;
            case Decoded.Unreadable<T>(String words) -> throw new IllegalStateException(words);
        };
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /** From the beginning to where the topic ends now; the pair's records alone. */
    private void read(String topic, Pair pair, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        try (var consumer = consumer()) {
            int partitions = consumer.partitionsFor(topic).size();
            TopicPartition own = new TopicPartition(topic, Partitions.of(pair.name(), partitions));
            consumer.assign(List.of(own));
            consumer.seekToBeginning(List.of(own));
            long end = consumer.endOffsets(List.of(own)).getOrDefault(own, 0L);
            while (consumer.position(own) < end) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(500))) {
                    if (Keys.connectionPart(key(one)).equals(pair.name())) {
                        taker.accept(one);
                    }
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() {
        codec.close();
    }
}

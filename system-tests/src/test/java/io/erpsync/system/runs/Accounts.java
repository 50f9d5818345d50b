package io.erpsync.system.runs;

import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.system.SystemStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Goes through the books: every record that the engine reads, against the history of its decisions.
 * Of both only what was committed counts.
 */
final class Accounts {

    private static final List<String> SOURCES =
            List.of(Topics.LIME_CHANGES, Topics.ERP_CHANGES, Topics.RESULTS, Topics.CONTROL);

    private final SystemStack stack;

    Accounts(SystemStack stack) {
        this.stack = stack;
    }

    /** What does not add up for those connections; one line each. */
    List<String> faults(Set<String> connections) {
        try (MessageCodec codec = new MessageCodec(Map.of(SerdeKeys.URL, stack.registryUrl()));
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            // The records first: each of them was decided on before its account could be read.
            List<String> places = new ArrayList<>();
            for (String topic : SOURCES) {
                read(consumer, topic, connections, record -> places.add(place(record)));
            }
            Map<String, List<HistoryEntry>> byPlace = new LinkedHashMap<>();
            Map<String, HistoryEntry> lastOfLink = new LinkedHashMap<>();
            read(
                    consumer,
                    Topics.HISTORY,
                    connections,
                    record -> {
                        HistoryEntry entry = entry(codec, record);
                        byPlace.computeIfAbsent(entry.getSource(), _ -> new ArrayList<>())
                                .add(entry);
                        if (entry.getLinkId() != null) {
                            lastOfLink.put(entry.getLinkId(), entry);
                        }
                    });
            return faults(places, byPlace, lastOfLink);
        }
    }

    private static List<String> faults(
            List<String> places,
            Map<String, List<HistoryEntry>> byPlace,
            Map<String, HistoryEntry> lastOfLink) {
        List<String> faults = new ArrayList<>();
        for (String place : places) {
            List<HistoryEntry> entries = byPlace.getOrDefault(place, List.of());
            if (entries.isEmpty()) {
                faults.add(place + " was never decided on");
            }
            long ended =
                    entries.stream().filter(entry -> entry.getLinkId() == null).count()
                            - entries.stream().filter(Accounts::waits).count();
            if (ended > 1) {
                faults.add(place + " ended " + ended + " times");
            }
        }
        lastOfLink.forEach(
                (link, entry) -> {
                    if (entry.getDecision() == Decision.HOLD) {
                        faults.add(
                                link
                                        + " is held for good: "
                                        + entry.getReason()
                                        + " since "
                                        + entry.getAt());
                    }
                });
        return faults;
    }

    /** A record that came before its connection's file is read again, and ends then. */
    private static boolean waits(HistoryEntry entry) {
        return entry.getLinkId() == null && entry.getDecision() == Decision.HOLD;
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static HistoryEntry entry(MessageCodec codec, ConsumerRecord<byte[], byte[]> record) {
        return switch (codec.decode(record.topic(), record.value(), HistoryEntry.class)) {
            case Decoded.Read<HistoryEntry>(HistoryEntry entry) -> entry;
            case Decoded.Unreadable<HistoryEntry>(String words) ->
                    throw new IllegalStateException(words);
        };
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            String topic,
            Set<String> connections,
            Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        List<TopicPartition> all =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (all.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (connections.contains(Keys.connectionPart(key))) {
                    taker.accept(record);
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}

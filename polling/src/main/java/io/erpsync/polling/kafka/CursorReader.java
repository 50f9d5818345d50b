package io.erpsync.polling.kafka;

import io.erpsync.connector.Cursor;
import io.erpsync.polling.plan.Progress;
import io.erpsync.schemas.message.PollCursor;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads how far the connections of some partitions were read. Only committed cursors count, and it
 * reads up to the last record there is, so it waits until a transaction that an earlier owner left
 * open is committed or aborted: at most the time-out of transactions.
 */
public final class CursorReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final ClientSettings settings;
    private final MessageCodec codec;

    public CursorReader(ClientSettings settings, MessageCodec codec) {
        this.settings = settings;
        this.codec = codec;
    }

    /**
     * What lies on the topic.
     *
     * @param cursors by {@link StoredCursor#key}; of one whose newest record cannot be read, an
     *     older one that can: what is polled from there once more is met twice and not missed
     * @param unreadable by key, those newest records
     */
    public record Read(Map<String, Progress> cursors, Map<String, UnreadableCursor> unreadable) {

        private static Read empty() {
            return new Read(new HashMap<>(), new HashMap<>());
        }
    }

    /**
     * Blocks. Throws Kafka's exceptions and those of {@link MessageCodec#decode}.
     *
     * @param wanted asked from time to time; what was read so far is given back when it says no
     */
    public Read read(Collection<Integer> partitions, BooleanSupplier wanted) {
        List<TopicPartition> own =
                partitions.stream()
                        .map(partition -> new TopicPartition(Topics.CURSORS, partition))
                        .toList();
        Read read = Read.empty();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings.cursorReader())) {
            Map<TopicPartition, Long> ends = ends(own);
            consumer.assign(own);
            consumer.seekToBeginning(own);
            while (wanted.getAsBoolean() && !isAt(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    put(read, record);
                }
            }
        }
        return read;
    }

    /** Where the records end that anyone may have written, committed or not. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> own) {
        Map<String, Object> uncommitted = settings.cursorReader();
        uncommitted.put("isolation.level", "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(uncommitted)) {
            return consumer.endOffsets(own);
        }
    }

    private static boolean isAt(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void put(Read read, ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            read.cursors().remove(key);
            read.unreadable().remove(key);
            return;
        }
        switch (codec.decode(Topics.CURSORS, record.value(), PollCursor.class)) {
            case Decoded.Read<PollCursor>(PollCursor cursor) -> {
                read.cursors().put(key, progress(cursor));
                read.unreadable().remove(key);
            }
            case Decoded.Unreadable<PollCursor>(String words) ->
                    read.unreadable().put(key, new UnreadableCursor(record, words));
        }
    }

    private static Progress progress(PollCursor cursor) {
        return new Progress(new Cursor(cursor.getPosition()), cursor.getComplete(), cursor.getAt());
    }
}

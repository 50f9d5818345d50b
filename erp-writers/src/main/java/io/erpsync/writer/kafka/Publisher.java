package io.erpsync.writer.kafka;

import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.writer.execute.Bookmark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters and bookmarks together or not at all, and knows which of the two it was.
 *
 * <p>A producer that begins shuts out any other of this replica's name. So after one broke in use,
 * which is also what it may look like when a successor has just begun, the next one begins only
 * when the group has had the time to tell that the name is another's.
 */
final class Publisher implements AutoCloseable {

    /** What became of one transaction. */
    enum Sent {
        ALL,
        NOTHING,
        /** The answer was lost: the group's offsets tell. */
        UNSURE
    }

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final MessageCodec codec;
    private final WriterState state;
    private final InstantSource clock;
    private @Nullable Producer<byte[], byte[]> producer;
    private Instant beginsAt = Instant.MIN;

    Publisher(
            Supplier<Producer<byte[], byte[]>> producers,
            MessageCodec codec,
            WriterState state,
            InstantSource clock) {
        this.producers = producers;
        this.codec = codec;
        this.state = state;
        this.clock = clock;
    }

    /**
     * Makes sure that there is a producer which shuts out any earlier one of this replica, and that
     * what an earlier one left unfinished is ended. False when the broker does not let it now.
     */
    boolean ready() {
        if (producer != null) {
            return true;
        }
        if (clock.instant().isBefore(beginsAt)) {
            return false;
        }
        Producer<byte[], byte[]> opened = producers.get();
        try {
            opened.initTransactions();
        } catch (ProducerFencedException | AuthorizationException refused) {
            opened.close(Duration.ZERO);
            throw new CannotRun("the broker refuses our transactions", refused);
        } catch (KafkaException later) {
            opened.close(Duration.ZERO);
            state.trouble("transactions", "no transactions yet: " + later.getMessage());
            return false;
        }
        state.over("transactions");
        producer = opened;
        return true;
    }

    /** Blocks for some milliseconds; while the broker is away, for some seconds. */
    Sent publish(
            List<Letter> letters,
            Map<TopicPartition, Bookmark> bookmarks,
            ConsumerGroupMetadata member) {
        List<ProducerRecord<byte[], byte[]>> records = encoded(letters);
        if (records == null || !ready()) {
            return Sent.NOTHING;
        }
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            return Sent.NOTHING;
        }
        try {
            current.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                // What becomes of it, the commit tells.
                var _ = current.send(record);
            }
            current.sendOffsetsToTransaction(offsets(bookmarks), member);
            current.commitTransaction();
        } catch (ProducerFencedException | FencedInstanceIdException fenced) {
            throw new CannotRun(
                    "another process runs under our replica name: " + fenced.getMessage(), fenced);
        } catch (AuthorizationException refused) {
            throw new CannotRun("the broker refuses our results", refused);
        } catch (KafkaException failed) {
            state.trouble("results", "results cannot be sent: " + failed.getMessage());
            return givenUp(current);
        }
        state.over("results");
        return Sent.ALL;
    }

    private @Nullable List<ProducerRecord<byte[], byte[]>> encoded(List<Letter> letters) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try {
            for (Letter letter : letters) {
                byte[] value = codec.encode(letter.topic(), letter.message());
                records.add(
                        new ProducerRecord<>(
                                letter.topic(), null, key(letter), value, letter.headers()));
            }
        } catch (RetriableException | SerializationException failed) {
            // Results are kept and tried again: a person may have to register a schema first.
            state.trouble("registry", String.valueOf(failed.getMessage()));
            return null;
        }
        state.over("registry");
        return records;
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(
            Map<TopicPartition, Bookmark> bookmarks) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        bookmarks.forEach(
                (partition, bookmark) ->
                        offsets.put(
                                partition,
                                new OffsetAndMetadata(bookmark.next(), bookmark.metadata())));
        return offsets;
    }

    private static byte[] key(Letter letter) {
        return letter.key().getBytes(StandardCharsets.UTF_8);
    }

    private Sent givenUp(Producer<byte[], byte[]> failed) {
        try {
            failed.abortTransaction();
            return Sent.NOTHING;
        } catch (ProducerFencedException fenced) {
            throw new CannotRun("another process runs under our replica name", fenced);
        } catch (KafkaException | IllegalStateException stuck) {
            // Neither committed nor aborted as far as we know. A new producer ends the transaction
            // one way or the other; which way, the group's offsets tell.
            failed.close(Duration.ZERO);
            producer = null;
            beginsAt = clock.instant().plus(GroupSettings.FENCED_WITHIN);
            return Sent.UNSURE;
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(GroupSettings.CALL);
        }
        codec.close();
    }
}

package io.erpsync.polling.kafka;

import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;

/**
 * Writes publications, each in one short transaction together with the offset of the partition's
 * hints. The offset is what fences: the brokers take it only from the present generation of the
 * group, so nothing goes out of a replica that lost the partition without knowing it. Safe for many
 * threads; they take turns.
 *
 * <p>A producer that begins shuts out any other of this replica's name. So after one broke in use,
 * which is also what it may look like when a successor has just begun, the next one begins only
 * when the group has had the time to tell that the name is another's.
 */
public final class Publisher implements AutoCloseable {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Encoder encoder;
    private final InstantSource clock;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable ConsumerGroupMetadata group;
    private Instant beginsAt = Instant.MIN;

    public Publisher(ClientSettings settings, MessageCodec codec) {
        this(() -> new KafkaProducer<>(settings.transactions()), codec, InstantSource.system());
    }

    Publisher(
            Supplier<Producer<byte[], byte[]>> producers, MessageCodec codec, InstantSource clock) {
        this.producers = producers;
        this.encoder = new Encoder(codec);
        this.clock = clock;
    }

    /** What became of a publication. */
    public enum Result {
        DONE,
        /** The partition has another owner, or is about to: nothing went out. */
        NOT_OURS
    }

    /**
     * Ends what an earlier process of this replica left open; to be called before cursors are read.
     * Throws {@link PublishingTrouble} while no broker answers, {@link Fenced}.
     */
    public void open() {
        turn.lock();
        try {
            producer();
        } catch (KafkaException trouble) {
            throw translated(trouble);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Blocks until the transaction is committed. Throws {@link PublishingTrouble}, {@link Fenced},
     * and what {@link MessageCodec#encode} throws.
     */
    public Result publish(Tenure tenure, Publication publication) {
        return publish(tenure, encoder.encode(publication), publication.hints());
    }

    /** The same for a dead letter of that cursor; once more is harmless. */
    public Result setAside(Tenure tenure, UnreadableCursor cursor) {
        return publish(tenure, encoder.encode(cursor, clock.instant()), List.of());
    }

    private Result publish(
            Tenure tenure, List<ProducerRecord<byte[], byte[]>> records, List<Long> hints) {
        turn.lock();
        try {
            if (tenure.isOver() || group == null) {
                return Result.NOT_OURS;
            }
            transact(tenure, records, hints, group);
            tenure.settle(hints);
            return Result.DONE;
        } catch (CommitFailedException | UnknownMemberIdException stale) {
            // The group has moved on to another generation; whoever owns the partition now goes on.
            abort();
            return Result.NOT_OURS;
        } catch (KafkaException trouble) {
            abort();
            throw translated(trouble);
        } catch (IllegalStateException broken) {
            // What Kafka's producer throws once it is closed or stuck; the next one begins afresh.
            discard();
            throw new PublishingTrouble(
                    "the producer is begun anew: " + broken.getMessage(), broken);
        } finally {
            turn.unlock();
        }
    }

    /** The generation under which everything is published from now on. */
    void generation(ConsumerGroupMetadata metadata) {
        turn.lock();
        try {
            group = metadata;
        } finally {
            turn.unlock();
        }
    }

    /** Waits for a transaction that is under way; after this nothing of the tenure goes out. */
    void end(Tenure tenure) {
        turn.lock();
        try {
            tenure.end();
        } finally {
            turn.unlock();
        }
    }

    private void transact(
            Tenure tenure,
            List<ProducerRecord<byte[], byte[]>> records,
            List<Long> hints,
            ConsumerGroupMetadata metadata) {
        Producer<byte[], byte[]> open = producer();
        TopicPartition own = new TopicPartition(Topics.HINTS, tenure.partition());
        open.beginTransaction();
        for (ProducerRecord<byte[], byte[]> record : records) {
            // The commit waits for all of them and throws when one failed.
            Future<RecordMetadata> _ = open.send(record);
        }
        open.sendOffsetsToTransaction(
                Map.of(own, new OffsetAndMetadata(tenure.next(hints))), metadata);
        open.commitTransaction();
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> present = producer;
        if (present != null) {
            return present;
        }
        if (clock.instant().isBefore(beginsAt)) {
            throw new PublishingTrouble("the next producer waits until the group has told", null);
        }
        Producer<byte[], byte[]> fresh = producers.get();
        try {
            fresh.initTransactions();
        } catch (KafkaException trouble) {
            fresh.close(Duration.ZERO);
            throw trouble;
        }
        producer = fresh;
        return fresh;
    }

    /** A producer that cannot abort is done for; the next one aborts for it when it begins. */
    private void abort() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            return;
        }
        try {
            open.abortTransaction();
        } catch (KafkaException | IllegalStateException broken) {
            discard();
        }
    }

    private void discard() {
        Producer<byte[], byte[]> open = producer;
        // Forgotten before it is closed: closing may fail, and a closed one must never be met
        // again.
        producer = null;
        if (open != null) {
            beginsAt = clock.instant().plus(ClientSettings.FENCED_WITHIN);
            try {
                open.close(Duration.ZERO);
            } catch (InterruptException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException translated(KafkaException trouble) {
        if (trouble instanceof ProducerFencedException
                || trouble instanceof InvalidProducerEpochException
                || trouble instanceof FencedInstanceIdException) {
            return new Fenced("another process publishes under this replica's name", trouble);
        }
        return new PublishingTrouble("cannot publish: " + trouble.getMessage(), trouble);
    }

    @Override
    public void close() {
        turn.lock();
        try {
            discard();
        } finally {
            turn.unlock();
        }
    }
}

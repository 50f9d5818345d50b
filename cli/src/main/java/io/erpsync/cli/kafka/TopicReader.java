package io.erpsync.cli.kafka;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.topics.Partitions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Reads a topic from its beginning to where it ended when the reading began. */
public final class TopicReader {

    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(8);

    private final Cluster cluster;

    public TopicReader(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Gives every committed record to {@code taker}, in order within each partition; with a
     * connection its records alone. Ends the command with {@link CannotRun} when the brokers fall
     * silent or the topic is missing.
     */
    public void read(
            String topic,
            @Nullable ConnectionName connection,
            java.util.function.Consumer<RawRecord> taker) {
        try (var consumer = cluster.consumer()) {
            List<TopicPartition> partitions =
                    partitions(topic, connection, consumer.partitionsFor(topic));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long heard = System.nanoTime();
            while (!isRead(consumer, ends)) {
                var batch = consumer.poll(WAIT);
                for (ConsumerRecord<byte[], byte[]> one : batch) {
                    long end = ends.getOrDefault(new TopicPartition(topic, one.partition()), 0L);
                    RawRecord raw = raw(one);
                    if (one.offset() < end
                            && (connection == null || raw.isOf(connection.value()))) {
                        taker.accept(raw);
                    }
                }
                if (!batch.isEmpty()) {
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                    throw cluster.unreachable();
                }
            }
        } catch (UnknownTopicOrPartitionException missing) {
            throw missing(topic);
        } catch (TimeoutException silent) {
            throw cluster.unreachable();
        } catch (KafkaException failed) {
            throw CannotRun.unreachable(
                    "topic " + topic + " cannot be read: " + failed.getMessage());
        }
    }

    private static boolean isRead(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends) {
        // The position also passes what is no record: marks of transactions, and what was undone.
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static List<TopicPartition> partitions(
            String topic,
            @Nullable ConnectionName connection,
            @Nullable List<PartitionInfo> known) {
        if (known == null || known.isEmpty()) {
            throw missing(topic);
        }
        return connection == null
                ? IntStream.range(0, known.size())
                        .mapToObj(number -> new TopicPartition(topic, number))
                        .toList()
                : List.of(
                        new TopicPartition(topic, Partitions.of(connection.value(), known.size())));
    }

    private static CannotRun missing(String topic) {
        return CannotRun.fault(
                "topic " + topic + " is missing: run 'erpsync topics apply' on this cluster");
    }

    private static RawRecord raw(ConsumerRecord<byte[], byte[]> one) {
        byte @Nullable [] key = one.key();
        byte @Nullable [] value = one.value();
        return new RawRecord(
                one.topic(),
                one.partition(),
                one.offset(),
                one.timestamp(),
                key == null ? "" : new String(key, StandardCharsets.UTF_8),
                value == null ? null : ByteBuffer.wrap(value));
    }
}

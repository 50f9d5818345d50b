package io.erpsync.polling.kafka;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.RecordReference;
import io.erpsync.polling.kafka.Owner.TakenHint;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.RegistryUnavailable;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.schemas.value.AvroValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This replica's place in the group that shares the partitions of {@code hints}: what it is
 * assigned there are the connections it polls. Runs a thread of its own from {@link #start} to
 * {@link #close}.
 */
public final class Membership implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Membership.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration POSITION = Duration.ofSeconds(5);

    private final ClientSettings settings;
    private final MessageCodec codec;
    private final Publisher publisher;
    private final Owner owner;
    private final Consumer<Fenced> fenced;
    private final Map<Integer, Tenure> tenures = new ConcurrentHashMap<>();
    private final Set<TopicPartition> arriving = new HashSet<>();
    private final Thread thread;
    private volatile boolean joined;
    private volatile boolean closing;

    /**
     * Joins nothing yet.
     *
     * @param fenced told once, when another process has taken this replica's name
     */
    public Membership(
            ClientSettings settings,
            MessageCodec codec,
            Publisher publisher,
            Owner owner,
            Consumer<Fenced> fenced) {
        this.settings = settings;
        this.codec = codec;
        this.publisher = publisher;
        this.owner = owner;
        this.fenced = fenced;
        this.thread = Thread.ofPlatform().name("membership").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Whether the group has told this replica what it owns, be it nothing. */
    public boolean hasJoined() {
        return joined;
    }

    private void run() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.member())) {
            consumer.subscribe(List.of(Topics.HINTS), new Rebalances(consumer));
            while (!closing) {
                turn(consumer);
            }
            lose(consumer.assignment());
        } catch (FencedInstanceIdException e) {
            loseAll();
            fenced.accept(
                    new Fenced("another process joined the group under this replica's name", e));
        } catch (RuntimeException e) {
            // Without this thread nothing is known of ownership any more: as good as fenced.
            loseAll();
            fenced.accept(new Fenced("the membership of the group broke: " + e, e));
        }
    }

    private void turn(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            var records = consumer.poll(POLL);
            publisher.generation(consumer.groupMetadata());
            welcome(consumer);
            for (TopicPartition partition : records.partitions()) {
                take(consumer, partition, records.records(partition));
            }
        } catch (FencedInstanceIdException e) {
            throw e;
        } catch (KafkaException e) {
            // The client has told what it could not do and goes on at the next poll.
            LOGGER.atWarn().addKeyValue("reason", e.getClass().getSimpleName()).log(e.getMessage());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** A tenure begins once it is known from where its hints are read. */
    private void welcome(KafkaConsumer<byte[], byte[]> consumer) {
        if (arriving.isEmpty()) {
            return;
        }
        List<Tenure> begun = new ArrayList<>();
        for (TopicPartition partition : List.copyOf(arriving)) {
            try {
                long position = consumer.position(partition, POSITION);
                Tenure tenure = new Tenure(partition.partition(), position);
                tenures.put(partition.partition(), tenure);
                arriving.remove(partition);
                begun.add(tenure);
            } catch (TimeoutException e) {
                // Asked again after the next poll; hints that came before are read again then.
                LOGGER.atWarn().addKeyValue("partition", partition).log(e.getMessage());
            }
        }
        if (!begun.isEmpty()) {
            owner.gained(begun);
        }
    }

    private void take(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        Tenure tenure = tenures.get(partition.partition());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (tenure == null) {
                consumer.seek(partition, record.offset());
                return;
            }
            try {
                TakenHint hint = read(record);
                tenure.taken(record.offset());
                if (hint == null) {
                    owner.unreadable();
                    tenure.settle(List.of(record.offset()));
                } else {
                    owner.hinted(tenure, hint);
                }
            } catch (RegistryUnavailable e) {
                consumer.seek(partition, record.offset());
                return;
            }
        }
    }

    /**
     * Null for what is no hint of ours: safe to drop, for polls find every change without hints.
     */
    private @Nullable TakenHint read(ConsumerRecord<byte[], byte[]> record) {
        return switch (codec.decode(Topics.HINTS, record.value(), Hint.class)) {
            case Decoded.Read<Hint>(Hint hint) -> read(hint, record);
            case Decoded.Unreadable<Hint>(String words) -> {
                warn(record, words);
                yield null;
            }
        };
    }

    private static @Nullable TakenHint read(Hint hint, ConsumerRecord<byte[], byte[]> record) {
        try {
            Reference reference = hint.getReference();
            @Nullable RecordReference named =
                    reference == null ? null : AvroValues.toModel(reference);
            return new TakenHint(
                    new ConnectionName(hint.getConnection()),
                    named,
                    record.offset(),
                    hint.getDeleted());
        } catch (IllegalArgumentException e) {
            warn(record, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void warn(ConsumerRecord<byte[], byte[]> record, String words) {
        LOGGER.atWarn()
                .addKeyValue("reason", "UNREADABLE")
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("connection", UnreadableCursor.connectionOf(record))
                .log("A hint cannot be read and is left out: {}", words);
    }

    private void lose(Collection<TopicPartition> partitions) {
        arriving.removeAll(partitions);
        end(partitions.stream().map(TopicPartition::partition).toList());
    }

    private void loseAll() {
        end(List.copyOf(tenures.keySet()));
    }

    private void end(List<Integer> partitions) {
        List<Tenure> over =
                partitions.stream().map(tenures::remove).filter(Objects::nonNull).toList();
        over.forEach(publisher::end);
        if (!over.isEmpty()) {
            owner.lost(over);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (thread.isAlive()) {
                boolean _ = thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Rebalances implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> consumer;

        private Rebalances(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            publisher.generation(consumer.groupMetadata());
            arriving.addAll(partitions);
            joined = true;
            LOGGER.atInfo().addKeyValue("partitions", partitions).log("Gained");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            LOGGER.atInfo().addKeyValue("partitions", partitions).log("Given up");
            lose(partitions);
        }
    }
}

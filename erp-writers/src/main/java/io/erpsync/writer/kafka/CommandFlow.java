package io.erpsync.writer.kafka;

import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.serde.Decoded;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.RegistryUnavailable;
import io.erpsync.writer.execute.Bookmark;
import io.erpsync.writer.execute.Executor;
import io.erpsync.writer.execute.Lanes;
import io.erpsync.writer.execute.PartitionBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One turn after the other: poll, take in, send what has ended, start what may start. Of the loop's
 * thread alone; the commands themselves run beside it.
 */
final class CommandFlow implements ConsumerRebalanceListener {

    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofMillis(200);

    private final GroupSettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final Publisher publisher;
    private final Membership membership;
    private final WriterState state;
    private final Intake intake;
    private final Assignment assignment;
    private final Lanes<Delivery> lanes;
    private final Runs runs;
    private final Outbox outbox = new Outbox();
    private boolean unsure;

    CommandFlow(
            GroupSettings settings,
            Consumer<byte[], byte[]> consumer,
            Publisher publisher,
            MessageCodec codec,
            Executor executor,
            Membership membership,
            WriterState state) {
        this.settings = settings;
        this.consumer = consumer;
        this.publisher = publisher;
        this.membership = membership;
        this.state = state;
        this.intake = new Intake(codec, settings.target(), InstantSource.system());
        this.assignment = new Assignment(consumer, state);
        this.lanes = new Lanes<>(settings.bound());
        this.runs = new Runs(executor, InstantSource.system());
    }

    void join() {
        consumer.subscribe(Set.of(settings.topic()), this);
    }

    /** False when the broker is in the way and the next turn can wait a moment. */
    boolean turn() {
        boolean polled = poll();
        collect();
        boolean sent = publish();
        // Nothing begins before it is kept that it may have begun, and while results cannot be
        // sent.
        if (sent && membership.isHeld()) {
            lanes.start().forEach(runs::start);
        }
        assignment.resume();
        state.load(runs.running(), lanes.waiting());
        return polled && sent;
    }

    /** Lets what runs end for the grace time, and sends its results. */
    void finish() {
        lanes.forget(_ -> true);
        long end = membership.now() + settings.stopGrace().toNanos();
        while (runs.running() > 0 && membership.now() < end) {
            consumer.pause(consumer.assignment());
            poll();
            collect();
            publish();
        }
        // What still runs is left to whoever gets the partition next, as begun and unanswered: that
        // one looks at once, while the engine would wait for the target to settle.
        onPartitionsLost(consumer.assignment());
    }

    private boolean poll() {
        try {
            boolean busy = runs.running() > 0 || !outbox.isEmpty();
            takeIn(consumer.poll(busy ? BUSY : IDLE));
            membership.observe(consumer.metrics());
            assignment.open();
            state.over("poll");
            return true;
        } catch (FencedInstanceIdException fenced) {
            throw new CannotRun(
                    "another process runs under replica name " + settings.replica(), fenced);
        } catch (AuthorizationException refused) {
            throw new CannotRun("the broker refuses to let us read commands", refused);
        } catch (KafkaException away) {
            state.trouble("poll", "commands cannot be read: " + away.getMessage());
            return false;
        }
    }

    private void takeIn(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Set<TopicPartition> later = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            PartitionBook book = assignment.book(partition);
            if (book != null && !later.contains(partition) && !takeIn(record, book)) {
                assignment.later(partition, record.offset());
                later.add(partition);
            }
        }
    }

    /** False when it must be read again later. */
    private boolean takeIn(ConsumerRecord<byte[], byte[]> record, PartitionBook book) {
        Decoded<Command> decoded;
        try {
            decoded = intake.decode(record);
        } catch (RegistryUnavailable away) {
            state.trouble("registry", String.valueOf(away.getMessage()));
            return false;
        }
        state.over("registry");
        switch (book.take(record.offset())) {
            case ANSWERED -> {}
            case FULL -> {
                return false;
            }
            case FIRST -> route(intake.take(record, decoded, book, false));
            case AGAIN -> route(intake.take(record, decoded, book, true));
        }
        return true;
    }

    private void route(Intake.Taken taken) {
        switch (taken) {
            case Intake.Taken.Done(Settled settled) -> outbox.add(settled);
            case Intake.Taken.ToDo(Delivery delivery) ->
                    lanes.arrive(delivery.command().lane(), delivery.command().urgency(), delivery);
        }
    }

    private void collect() {
        for (Runs.Ended ended : runs.collect()) {
            Delivery delivery = ended.delivery();
            lanes.finished(delivery.command().lane());
            // Under another book it is another's command, or ours anew: this answer is void.
            if (assignment.book(delivery.partition()) == delivery.book()) {
                outbox.add(
                        new Settled(
                                delivery.record(),
                                delivery.book(),
                                List.of(ResultLetters.of(delivery, ended.answered()))));
            }
        }
    }

    private boolean publish() {
        if (unsure && !settleDoubt()) {
            return false;
        }
        if (outbox.isEmpty() && !assignment.mustPublish()) {
            return true;
        }
        Map<TopicPartition, Bookmark> bookmarks = assignment.bookmarks(outbox.partitions());
        long before = membership.now();
        return switch (publisher.publish(outbox.letters(), bookmarks, consumer.groupMetadata())) {
            case ALL -> {
                outbox.sent();
                assignment.published(bookmarks);
                membership.confirm(before);
                yield true;
            }
            case NOTHING -> false;
            case UNSURE -> {
                unsure = true;
                yield false;
            }
        };
    }

    /** After a lost answer the group's offsets tell whether the transaction took place. */
    private boolean settleDoubt() {
        if (!publisher.ready()) {
            return false;
        }
        try {
            outbox.sent(assignment.kept(outbox.partitions()));
            unsure = false;
            return true;
        } catch (TimeoutException later) {
            return false;
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        membership.confirm(membership.now());
        assignment.added(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // The last moment at which the answers are ours to give.
        collect();
        publish();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        assignment.removed(partitions);
        outbox.forget(partitions);
        lanes.forget(delivery -> partitions.contains(delivery.partition()));
        runs.cancel(delivery -> partitions.contains(delivery.partition()));
    }
}

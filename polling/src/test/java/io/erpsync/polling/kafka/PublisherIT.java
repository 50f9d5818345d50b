package io.erpsync.polling.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import io.erpsync.polling.plan.Observations;
import io.erpsync.polling.plan.Progress;
import io.erpsync.polling.world.World;
import io.erpsync.schemas.topics.Partitions;
import io.erpsync.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PublisherIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final World world = World.get();

    @Test
    void publishesEventsAndCursorTogether() {
        ClientSettings clients = world.clients("together", "a");
        try (KafkaConsumer<byte[], byte[]> member = joined(clients);
                Publisher publisher = publisher(clients, member.groupMetadata())) {

            Publisher.Result result = publisher.publish(tenure("together", 7), page("together"));

            assertThat(result).isEqualTo(Publisher.Result.DONE);
            await().until(() -> world.cursors("together").size() == 1);
            assertThat(world.events("together")).hasSize(1);
            assertThat(world.committed("together", partition("together"))).isEqualTo(7);
        }
    }

    @Test
    void publishesNeitherEventNorCursorUnderAnOldGeneration() {
        ClientSettings clients = world.clients("zombie", "a");
        ConsumerGroupMetadata old;
        try (KafkaConsumer<byte[], byte[]> member = joined(clients)) {
            old = member.groupMetadata();
        }
        try (KafkaConsumer<byte[], byte[]> other = joined(world.clients("zombie", "b"));
                Publisher zombie = publisher(clients, old);
                Publisher owner = publisher(world.clients("zombie", "b"), other.groupMetadata())) {

            Publisher.Result stale = zombie.publish(tenure("zombie", 0), page("zombie"));
            Publisher.Result fresh = owner.publish(tenure("zombie", 0), page("zombie"));

            assertThat(stale).isEqualTo(Publisher.Result.NOT_OURS);
            assertThat(fresh).isEqualTo(Publisher.Result.DONE);
            await().until(() -> !world.cursors("zombie").isEmpty());
            assertThat(world.cursors("zombie")).hasSize(1);
            assertThat(world.events("zombie")).hasSize(1);
        }
    }

    @Test
    void publishesNothingOnceATenureIsOver() {
        ClientSettings clients = world.clients("over", "a");
        try (KafkaConsumer<byte[], byte[]> member = joined(clients);
                Publisher publisher = publisher(clients, member.groupMetadata())) {
            Tenure tenure = tenure("over", 0);

            publisher.end(tenure);

            assertThat(publisher.publish(tenure, page("over")))
                    .isEqualTo(Publisher.Result.NOT_OURS);
        }
    }

    @Test
    void saysSoWhenAnotherProcessPublishesUnderItsName() {
        ClientSettings clients = world.clients("twin-publishers", "a");
        try (KafkaConsumer<byte[], byte[]> member = joined(clients);
                Publisher first = publisher(clients, member.groupMetadata());
                Publisher second = publisher(clients, member.groupMetadata())) {
            assertThat(second.publish(tenure("twins-p", 0), page("twins-p")))
                    .isEqualTo(Publisher.Result.DONE);

            assertThatThrownBy(() -> first.publish(tenure("twins-p", 0), page("twins-p")))
                    .isInstanceOf(Fenced.class);
        }
    }

    @Test
    void readsCursorsOnlyOnceTheLastOwnersTransactionHasEnded() throws Exception {
        ClientSettings clients = world.clients("open", "a");
        StoredCursor cursor = cursor("open", "later");
        Map<String, Object> settings = clients.transactions();
        settings.put("transactional.id", "left-open");
        try (KafkaProducer<byte[], byte[]> left = new KafkaProducer<>(settings)) {
            left.initTransactions();
            left.beginTransaction();
            byte[] value = world.codec().encode(Topics.CURSORS, Messages.of(cursor));
            byte[] key = cursor.key().getBytes(StandardCharsets.UTF_8);
            left.send(new ProducerRecord<>(Topics.CURSORS, key, value)).get();
            CursorReader reader = new CursorReader(clients, world.codec());

            CompletableFuture<CursorReader.Read> reading =
                    CompletableFuture.supplyAsync(
                            () -> reader.read(List.of(partition("open")), () -> true));
            await().during(Duration.ofSeconds(1)).until(() -> !reading.isDone());
            left.commitTransaction();

            assertThat(reading.get(20, TimeUnit.SECONDS).cursors())
                    .containsEntry(cursor.key(), cursor.progress());
        }
    }

    private Publisher publisher(ClientSettings clients, ConsumerGroupMetadata group) {
        Publisher publisher = new Publisher(clients, world.codec());
        publisher.open();
        publisher.generation(group);
        return publisher;
    }

    /** A member of the group that owns its partitions; it stays in the group until it times out. */
    private static KafkaConsumer<byte[], byte[]> joined(ClientSettings clients) {
        Map<String, Object> settings = clients.member();
        // Leaves when it is closed, so that the next one makes a new generation at once.
        settings.remove("group.instance.id");
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings);
        consumer.subscribe(List.of(Topics.HINTS));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            consumer.poll(Duration.ofMillis(100));
                            return !consumer.assignment().isEmpty();
                        });
        return consumer;
    }

    private static Tenure tenure(String connection, long position) {
        return new Tenure(partition(connection), position);
    }

    private static int partition(String connection) {
        return Partitions.of(connection, World.PARTITIONS);
    }

    private static Publication page(String connection) {
        RecordReference reference = new RecordReference(SystemName.LIME, "company", "1");
        StoredRecord record =
                new StoredRecord(
                        reference, null, Fields.of(Map.of("name", Value.text("Acme"))), NOON);
        return Publication.page(
                List.of(
                        new Observations(new ConnectionName(connection), NOON, Duration.ZERO)
                                .hinted(reference, record, Urgency.BACKGROUND)),
                cursor(connection, "next"));
    }

    private static StoredCursor cursor(String connection, String position) {
        return new StoredCursor(
                new ConnectionName(connection),
                SystemName.LIME,
                "company",
                Feed.CHANGES,
                new Progress(new Cursor(position), true, NOON));
    }
}

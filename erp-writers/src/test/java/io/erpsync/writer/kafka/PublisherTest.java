package io.erpsync.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.writer.execute.Bookmark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when a producer breaks; the rest needs a broker. */
class PublisherTest {

    private static final Map<TopicPartition, Bookmark> BOOKMARKS =
            Map.of(new TopicPartition("commands.fortnox", 0), Bookmark.at(1));

    private final List<MockProducer<byte[], byte[]>> begun = new ArrayList<>();
    private final MessageCodec codec =
            new MessageCodec(Map.of(SerdeKeys.URL, "http://127.0.0.1:9"));
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Publisher publisher =
            new Publisher(this::begin, codec, new WriterState(), () -> now);

    @AfterEach
    void close() {
        publisher.close();
    }

    private MockProducer<byte[], byte[]> begin() {
        MockProducer<byte[], byte[]> producer = new MockProducer<>();
        begun.add(producer);
        return producer;
    }

    private Publisher.Sent publish() {
        return publisher.publish(
                List.of(), BOOKMARKS, new MockConsumer<byte[], byte[]>("earliest").groupMetadata());
    }

    /** As when a successor has begun while our transaction was ending. */
    private void breakProducer() {
        assertThat(publisher.ready()).isTrue();
        MockProducer<byte[], byte[]> producer = begun.getLast();
        producer.commitTransactionException = new KafkaException("Unhandled error");
        producer.abortTransactionException = new KafkaException("in a fatal state");
        assertThat(publish()).isEqualTo(Publisher.Sent.UNSURE);
    }

    @Test
    void doesNotShutOutASuccessorAfterABreak() {
        breakProducer();

        now = now.plus(GroupSettings.FENCED_WITHIN).minusMillis(1);

        assertThat(publisher.ready()).isFalse();
        assertThat(begun).hasSize(1);
    }

    @Test
    void goesOnWhereTheNameIsStillItsOwn() {
        breakProducer();

        now = now.plus(GroupSettings.FENCED_WITHIN);

        assertThat(publish()).isEqualTo(Publisher.Sent.ALL);
        assertThat(begun).hasSize(2);
    }
}

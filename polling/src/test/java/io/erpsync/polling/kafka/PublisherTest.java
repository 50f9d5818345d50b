package io.erpsync.polling.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when a producer breaks; the rest needs a broker. */
class PublisherTest {

    private static final Publication NOTHING_NEW =
            new Publication(new ConnectionName("acme"), List.of(), null, null, List.of(0L));

    private final List<MockProducer<byte[], byte[]>> begun = new ArrayList<>();
    private final MessageCodec codec =
            new MessageCodec(Map.of(SerdeKeys.URL, "http://127.0.0.1:9"));
    private final Tenure tenure = new Tenure(0, 0);
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Publisher publisher = new Publisher(this::begin, codec, () -> now);

    @BeforeEach
    void open() {
        tenure.taken(0);
        publisher.open();
        publisher.generation(new MockConsumer<byte[], byte[]>("earliest").groupMetadata());
    }

    @AfterEach
    void close() {
        publisher.close();
        codec.close();
    }

    private MockProducer<byte[], byte[]> begin() {
        MockProducer<byte[], byte[]> producer = new MockProducer<>();
        begun.add(producer);
        return producer;
    }

    /** As when a successor has begun while our transaction was ending. */
    private void breakProducer() {
        MockProducer<byte[], byte[]> producer = begun.getLast();
        producer.commitTransactionException = new KafkaException("Unhandled error");
        producer.abortTransactionException = new KafkaException("in a fatal state");
        assertThatThrownBy(() -> publisher.publish(tenure, NOTHING_NEW))
                .isInstanceOf(PublishingTrouble.class);
    }

    @Test
    void doesNotShutOutASuccessorAfterABreak() {
        breakProducer();

        now = now.plus(ClientSettings.FENCED_WITHIN).minusMillis(1);

        assertThatThrownBy(() -> publisher.publish(tenure, NOTHING_NEW))
                .isInstanceOf(PublishingTrouble.class);
        assertThat(begun).hasSize(1);
    }

    @Test
    void goesOnWhereTheNameIsStillItsOwn() {
        breakProducer();

        now = now.plus(ClientSettings.FENCED_WITHIN);

        assertThat(publisher.publish(tenure, NOTHING_NEW)).isEqualTo(Publisher.Result.DONE);
        assertThat(begun).hasSize(2);
        assertThat(begun.getLast().transactionCommitted()).isTrue();
    }
}

package io.erpsync.limepoller.webhook;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.RecordReference;
import io.erpsync.polling.kafka.ClientSettings;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.HintSource;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import io.erpsync.schemas.value.AvroValues;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Puts hints on their topic. */
final class HintSender implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final MessageCodec codec;
    private final InstantSource clock;

    HintSender(Producer<byte[], byte[]> producer, MessageCodec codec, InstantSource clock) {
        this.producer = producer;
        this.codec = codec;
        this.clock = clock;
    }

    /** The hint could not be put on its topic. */
    static final class NotKept extends RuntimeException {
        NotKept(Throwable cause) {
            super("a hint could not be kept", cause);
        }
    }

    /** Done when the brokers have the hint; fails with {@link NotKept}. */
    CompletableFuture<Boolean> send(
            ConnectionName connection, RecordReference record, boolean deleted) {
        Hint hint =
                Hint.newBuilder()
                        .setConnection(connection.value())
                        .setReference(AvroValues.toAvro(record))
                        .setSource(HintSource.WEBHOOK)
                        .setAt(clock.instant())
                        .setDeleted(deleted)
                        .build();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try {
            byte[] key =
                    Keys.ofHint(connection, record.type(), record.id())
                            .getBytes(StandardCharsets.UTF_8);
            byte[] value = codec.encode(Topics.HINTS, hint);
            var _ =
                    producer.send(
                            new ProducerRecord<>(Topics.HINTS, key, value),
                            (_, failed) -> {
                                if (failed == null) {
                                    done.complete(true);
                                } else {
                                    done.completeExceptionally(new NotKept(failed));
                                }
                            });
        } catch (KafkaException failed) {
            done.completeExceptionally(new NotKept(failed));
        }
        return done;
    }

    @Override
    public void close() {
        producer.close();
    }

    static HintSender of(ClientSettings clients, MessageCodec codec) {
        return new HintSender(
                new KafkaProducer<>(clients.producer("webhooks")), codec, InstantSource.system());
    }
}

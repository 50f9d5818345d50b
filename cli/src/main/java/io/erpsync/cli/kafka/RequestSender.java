package io.erpsync.cli.kafka;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.ControlRequest;
import io.erpsync.schemas.message.Hint;
import io.erpsync.schemas.message.HintSource;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Puts requests of an operator on their topic. When a method returns, all replicas have them; what
 * becomes of them stands in the history.
 */
public final class RequestSender {

    private final Cluster cluster;

    public RequestSender(Cluster cluster) {
        this.cluster = cluster;
    }

    public void send(List<ControlRequest> requests) {
        Map<String, SpecificRecord> keyed = new LinkedHashMap<>();
        for (ControlRequest request : requests) {
            ConnectionName connection = new ConnectionName(request.getConnection());
            keyed.put(Keys.ofControl(connection, request.getRequestId()), request);
        }
        send(Topics.CONTROL, keyed);
    }

    /** Has the connection's systems polled at once. */
    public void pollNow(ConnectionName connection, Instant now) {
        Hint hint =
                Hint.newBuilder()
                        .setConnection(connection.value())
                        .setReference(null)
                        .setSource(HintSource.POLL_NOW)
                        .setAt(now)
                        .build();
        send(Topics.HINTS, Map.of(Keys.ofHint(connection, "all", "now"), hint));
    }

    private void send(String topic, Map<String, SpecificRecord> messages) {
        try (MessageCodec codec = cluster.codec();
                var producer = cluster.producer()) {
            List<Future<RecordMetadata>> answers = new ArrayList<>();
            for (Map.Entry<String, SpecificRecord> message : messages.entrySet()) {
                byte[] key = message.getKey().getBytes(StandardCharsets.UTF_8);
                byte[] value = codec.encode(topic, message.getValue());
                answers.add(producer.send(new ProducerRecord<>(topic, key, value)));
            }
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TimeoutException) {
                throw cluster.unreachable();
            }
            throw CannotRun.unreachable(
                    "the request did not reach topic "
                            + topic
                            + ": "
                            + String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CannotRun.unreachable("interrupted while sending");
        }
    }
}

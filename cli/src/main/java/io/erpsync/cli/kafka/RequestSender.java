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
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Puts one request of an operator on its topic. When a method returns, all replicas have it; what
 * becomes of it stands in the history.
 */
public final class RequestSender {

    private final Cluster cluster;

    public RequestSender(Cluster cluster) {
        this.cluster = cluster;
    }

    public void send(ControlRequest request) {
        ConnectionName connection = new ConnectionName(request.getConnection());
        send(Topics.CONTROL, Keys.ofControl(connection, request.getRequestId()), request);
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
        send(Topics.HINTS, Keys.ofHint(connection, "all", "now"), hint);
    }

    private void send(String topic, String key, SpecificRecord message) {
        try (MessageCodec codec = cluster.codec();
                var producer = cluster.producer()) {
            byte[] value = codec.encode(topic, message);
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
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

package io.erpsync.sync.topology;

import io.erpsync.model.Reason;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.text.CardText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Makes dead letters: of a link that could not be kept in step, of a record that could not be read.
 */
final class DeadLetters {

    private DeadLetters() {}

    static DeadLetter ofLink(
            Link link, Problem problem, Rules rules, @Nullable Incoming cause, Instant now) {
        return base(cause, now)
                .setDeadLetterId(CardText.reference(link.id()))
                .setConnection(link.connection().value())
                .setLinkId(link.id().value())
                .setReference(null)
                .setReason(problem.reason().name())
                .setWords(CardText.of(problem, link.id(), rules))
                .build();
    }

    static DeadLetter unreadable(Incoming cause, String words, Instant now) {
        return base(cause, now)
                .setDeadLetterId(cause.place())
                .setConnection(connection(cause))
                .setLinkId(null)
                .setReference(null)
                .setReason(Reason.UNREADABLE.name())
                .setWords(words)
                .build();
    }

    static String keyOfUnreadable(Incoming cause) {
        return Keys.ofUnreadable(
                connection(cause), cause.topic(), cause.partition(), cause.offset());
    }

    /**
     * The first part of the key, whether or not it is the name of a connection: it decides the
     * partition.
     */
    static String connection(Incoming cause) {
        byte[] key = cause.key();
        return key == null ? "" : Keys.connectionPart(new String(key, StandardCharsets.UTF_8));
    }

    private static DeadLetter.Builder base(@Nullable Incoming cause, Instant now) {
        DeadLetter.Builder letter = DeadLetter.newBuilder().setAt(now);
        if (cause == null) {
            return letter.setTopic("").setPartition(-1).setOffset(-1).setHeaders(Map.of());
        }
        return letter.setTopic(cause.topic())
                .setPartition(cause.partition())
                .setOffset(cause.offset())
                .setKey(buffer(cause.key()))
                .setValue(buffer(cause.value()))
                .setHeaders(headers(cause));
    }

    private static Map<String, ByteBuffer> headers(Incoming cause) {
        Map<String, ByteBuffer> headers = new HashMap<>();
        for (Header header : cause.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), ByteBuffer.wrap(header.value()));
            }
        }
        return headers;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}

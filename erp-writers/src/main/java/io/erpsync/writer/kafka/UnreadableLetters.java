package io.erpsync.writer.kafka;

import io.erpsync.model.Reason;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Outcome;
import io.erpsync.schemas.message.Result;
import io.erpsync.schemas.topics.HeaderText;
import io.erpsync.schemas.topics.Headers;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.schemas.topics.Topics;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What is sent of a command whose body cannot be read: the record as a dead letter and, from the
 * ids in its headers, a refusal that settles it. Without those ids nobody waits for it by name.
 */
final class UnreadableLetters {

    private static final String NOBODY = "-";

    private UnreadableLetters() {}

    static List<Letter> of(ConsumerRecord<byte[], byte[]> record, String words, Instant now) {
        List<Letter> letters = new ArrayList<>();
        letters.add(deadLetter(record, words, now));
        Letter result = result(record, words, now);
        if (result != null) {
            letters.add(result);
        }
        return letters;
    }

    private static Letter deadLetter(
            ConsumerRecord<byte[], byte[]> record, String words, Instant now) {
        String key =
                Keys.ofUnreadable(
                        connectionPart(record),
                        record.topic(),
                        record.partition(),
                        record.offset());
        DeadLetter letter =
                DeadLetter.newBuilder()
                        .setDeadLetterId(
                                record.topic() + "-" + record.partition() + "-" + record.offset())
                        .setConnection(header(record, Headers.CONNECTION))
                        .setLinkId(header(record, Headers.LINK_ID))
                        .setReason(Reason.UNREADABLE.name())
                        .setWords(words)
                        .setTopic(record.topic())
                        .setPartition(record.partition())
                        .setOffset(record.offset())
                        .setKey(buffer(record.key()))
                        .setValue(buffer(record.value()))
                        .setHeaders(headers(record))
                        .setAt(now)
                        .build();
        return new Letter(
                Topics.DEAD_LETTERS, key, letter, new RecordHeaders(record.headers().toArray()));
    }

    private static @Nullable Letter result(
            ConsumerRecord<byte[], byte[]> record, String words, Instant now) {
        String commandId = header(record, Headers.COMMAND_ID);
        String connection = header(record, Headers.CONNECTION);
        String link = header(record, Headers.LINK_ID);
        String system = header(record, Headers.SYSTEM);
        if (commandId == null
                || connection == null
                || link == null
                || system == null
                || record.key() == null) {
            return null;
        }
        Result result =
                Result.newBuilder()
                        .setCommandId(commandId)
                        .setConnection(connection)
                        .setLinkId(link)
                        .setSystem(system)
                        .setType(typeIn(record))
                        .setAction(action(header(record, Headers.ACTION)))
                        .setOutcome(Outcome.REFUSED)
                        .setReason(Reason.UNREADABLE.name())
                        .setWords(words)
                        .setAnsweredAt(now)
                        .build();
        return ResultLetters.letter(record, commandId, result);
    }

    private static Action action(@Nullable String word) {
        for (Action action : Action.values()) {
            if (action.name().equals(word)) {
                return action;
            }
        }
        return Action.UNRECOGNISED;
    }

    private static String connectionPart(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? NOBODY : Keys.connectionPart(text(record.key()));
    }

    private static String typeIn(ConsumerRecord<byte[], byte[]> record) {
        String[] parts = text(record.key()).split("/", -1);
        return parts.length < 3 ? "" : URLDecoder.decode(parts[2], StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return HeaderText.get(record.headers(), name);
    }

    private static Map<String, ByteBuffer> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, ByteBuffer> headers = new HashMap<>();
        for (Header header : record.headers()) {
            byte @Nullable [] value = header.value();
            headers.put(header.key(), ByteBuffer.wrap(value == null ? new byte[0] : value));
        }
        return headers;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}

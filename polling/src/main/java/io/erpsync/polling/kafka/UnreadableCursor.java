package io.erpsync.polling.kafka;

import io.erpsync.model.Reason;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The newest record of a cursor, which nobody can read. */
public final class UnreadableCursor {

    private static final String NOBODY = "-";

    private final ConsumerRecord<byte[], byte[]> record;
    private final String words;

    UnreadableCursor(ConsumerRecord<byte[], byte[]> record, String words) {
        this.record = record;
        this.words = words;
    }

    /** As {@link StoredCursor#key}. */
    public String key() {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /** What its key names as the connection, whether or not there is one of that name. */
    public String connection() {
        return connectionOf(record);
    }

    public String topic() {
        return record.topic();
    }

    public int partition() {
        return record.partition();
    }

    public long offset() {
        return record.offset();
    }

    /** When it was written, on our clock. */
    public Instant writtenAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Why it cannot be read. */
    public String words() {
        return words;
    }

    /** The key of {@link #letter}: the same for the same record, however often it is met. */
    String letterKey() {
        return Keys.ofUnreadable(connection(), topic(), partition(), offset());
    }

    /** The record as it was read, with its place and the reason. */
    DeadLetter letter(Instant now) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(topic() + "-" + partition() + "-" + offset())
                .setConnection(connection())
                .setLinkId(null)
                .setReference(null)
                .setReason(Reason.UNREADABLE.name())
                .setWords(words)
                .setTopic(topic())
                .setPartition(partition())
                .setOffset(offset())
                .setKey(buffer(record.key()))
                .setValue(buffer(record.value()))
                .setHeaders(headers())
                .setAt(now)
                .build();
    }

    private Map<String, ByteBuffer> headers() {
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

    static String connectionOf(ConsumerRecord<byte[], byte[]> some) {
        return some.key() == null
                ? NOBODY
                : Keys.connectionPart(new String(some.key(), StandardCharsets.UTF_8));
    }
}

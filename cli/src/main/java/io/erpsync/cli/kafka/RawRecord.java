package io.erpsync.cli.kafka;

import io.erpsync.schemas.topics.Keys;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One record as it lies on its topic; {@code content} is null where it removes the key. */
public record RawRecord(
        String topic, int partition, long offset, String key, @Nullable ByteBuffer content) {

    /** {@code topic/partition/offset}. */
    public String place() {
        return topic + "/" + partition + "/" + offset;
    }

    byte @Nullable [] value() {
        if (content == null) {
            return null;
        }
        byte[] copy = new byte[content.remaining()];
        content.duplicate().get(copy);
        return copy;
    }

    boolean isOf(String connection) {
        try {
            return Keys.connectionPart(key).equals(connection);
        } catch (IllegalArgumentException notEncoded) {
            // A stranger's key: of no connection.
            return false;
        }
    }
}

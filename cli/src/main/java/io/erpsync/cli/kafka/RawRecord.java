package io.erpsync.cli.kafka;

import io.erpsync.schemas.topics.Keys;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One record as it lies on its topic.
 *
 * @param writtenAt in milliseconds, as its writer says
 * @param content null where it removes the key
 */
public record RawRecord(
        String topic,
        int partition,
        long offset,
        long writtenAt,
        String key,
        @Nullable ByteBuffer content) {

    private static final String LINK = "/link/";

    /** {@code topic/partition/offset}. */
    public String place() {
        return topic + "/" + partition + "/" + offset;
    }

    /** The link that the key names; null where it names none. */
    public @Nullable String link() {
        int at = key.indexOf(LINK);
        return at < 0
                ? null
                : URLDecoder.decode(key.substring(at + LINK.length()), StandardCharsets.UTF_8);
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

package io.erpsync.schemas.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Record headers as text; the names stand in {@link io.erpsync.schemas.topics.Headers}. */
public final class HeaderText {

    private HeaderText() {}

    /** The last value under {@code name}; null when there is none, or a null one. */
    public static @Nullable String get(Headers headers, String name) {
        Header last = headers.lastHeader(name);
        if (last == null) {
            return null;
        }
        byte @Nullable [] value = last.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** Puts {@code value} in place of all values under {@code name}; null removes them. */
    public static void put(Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package io.erpsync.sandbox.lime.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stands. Values by property: text for texts and option keys, boolean, long,
 * decimal, instant, a record id for relations, a list of keys for sets.
 */
public record LimeObject(
        String limetype,
        long id,
        Map<String, @Nullable Object> values,
        Instant createdTime,
        Instant timestamp,
        long createdUser,
        @Nullable Long updatedUser) {

    public LimeObject {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public @Nullable Object value(String property) {
        return values.get(property);
    }

    /** The value as text; absent and missing are the empty text. */
    public String text(String property) {
        Object value = values.get(property);
        return value == null ? "" : value.toString();
    }

    LimeObject with(Map<String, @Nullable Object> newValues, Instant at, long user) {
        return new LimeObject(limetype, id, newValues, createdTime, at, createdUser, user);
    }
}

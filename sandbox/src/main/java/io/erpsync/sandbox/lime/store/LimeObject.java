package io.erpsync.sandbox.lime.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    /** The same record with other values, as if it had been so all along. */
    LimeObject withValues(Map<String, @Nullable Object> newValues) {
        return new LimeObject(
                limetype, id, newValues, createdTime, timestamp, createdUser, updatedUser);
    }

    LimeObject saved(Map<String, @Nullable Object> newValues, Instant at, long user) {
        return new LimeObject(limetype, id, newValues, createdTime, at, createdUser, user);
    }

    /** The own values of the properties that are different in the other one. */
    Map<String, @Nullable Object> differences(LimeObject other) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        values.forEach(
                (property, value) -> {
                    if (!Objects.equals(value, other.value(property))) {
                        own.put(property, value);
                    }
                });
        return own;
    }
}

package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.lime.metadata.Option;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.SqlServerTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stored values in the form that Lime sends them. */
final class WireValues {

    private WireValues() {}

    static @Nullable Object write(@Nullable Property property, @Nullable Object value) {
        if (value instanceof Instant time) {
            return SqlServerTime.format(time);
        }
        if (property == null) {
            return value;
        }
        if (property.type() == PropertyType.OPTION) {
            return option(property, value);
        }
        return property.type() == PropertyType.SET && value instanceof List<?> keys
                ? keys.stream().map(key -> option(property, key)).toList()
                : value;
    }

    /** As the query language answers when it is set to keys. */
    static @Nullable Object writeKey(@Nullable Property property, @Nullable Object value) {
        return property != null && property.type() == PropertyType.OPTION
                ? value
                : write(property, value);
    }

    static Map<String, @Nullable Object> option(Option option) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", option.id());
        written.put("key", option.key());
        written.put("text", option.text());
        return written;
    }

    private static Map<String, @Nullable Object> option(Property property, @Nullable Object key) {
        return option(
                Objects.requireNonNull(
                        property.option(String.valueOf(key)),
                        () -> "Only known options are stored, not " + key));
    }
}

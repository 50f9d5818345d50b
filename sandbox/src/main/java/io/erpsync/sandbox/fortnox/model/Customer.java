package io.erpsync.sandbox.fortnox.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One customer as it stands. Fortnox shows nobody when it was changed, but finds by it. */
public record Customer(String number, Map<String, @Nullable Object> fields, Instant modified) {

    public Customer {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The field as text; unset is the empty text. */
    public String text(String field) {
        Object value = fields.get(field);
        return value == null ? "" : value.toString();
    }

    public boolean isActive() {
        return Boolean.TRUE.equals(fields.get(CustomerFields.ACTIVE));
    }
}

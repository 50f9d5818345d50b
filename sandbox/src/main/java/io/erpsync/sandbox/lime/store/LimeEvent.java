package io.erpsync.sandbox.lime.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a record, as the web hooks tell it.
 *
 * @param original the old values of the changed properties of an update
 */
public record LimeEvent(Kind kind, LimeObject object, Map<String, @Nullable Object> original) {

    /** What happened. */
    public enum Kind {
        NEW,
        UPDATE,
        DELETE
    }
}

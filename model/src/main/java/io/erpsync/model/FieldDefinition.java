package io.erpsync.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system says of one of its fields.
 *
 * @param name as the system's interface spells it
 * @param localName as its users read it
 * @param length the longest text in characters; null when unlimited or not a text
 * @param options the keys of an option field; empty for every other kind
 */
public record FieldDefinition(
        String name,
        String localName,
        Kind kind,
        @Nullable Integer length,
        boolean writable,
        boolean required,
        List<String> options) {

    public FieldDefinition {
        options = List.copyOf(options);
    }

    /** The kinds of value a field takes. */
    public enum Kind {
        TEXT,
        BOOLEAN,
        WHOLE,
        DECIMAL,
        DAY,
        MOMENT,
        OPTION,
        RELATION,
        OTHER
    }
}

package io.erpsync.sandbox.lime.metadata;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of properties, by the names that Lime's metadata gives them. */
public enum PropertyType {
    STRING,
    LINK,
    OPTION,
    SET,
    YESNO,
    TIME,
    DECIMAL,
    INTEGER,
    FILE,
    USER,
    BELONGSTO,
    HASMANY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isText() {
        return this == STRING || this == LINK;
    }

    public static PropertyType ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown property type " + name));
    }
}

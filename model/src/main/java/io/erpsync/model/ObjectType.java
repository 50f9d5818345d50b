package io.erpsync.model;

import java.util.Locale;

/** What is kept in step, in the words of configuration. */
public enum ObjectType {
    CUSTOMER;

    /** The word in configuration files, topics and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The type with that {@link #word()}; throws {@link IllegalArgumentException} naming the known
     * ones.
     */
    public static ObjectType of(String word) {
        for (ObjectType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "object type '" + word + "' is not known; known: customer");
    }
}

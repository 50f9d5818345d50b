package io.erpsync.model;

import java.util.regex.Pattern;

/**
 * The name of one pairing of a Lime application with an ERP company: 1 to 60 of a-z, 0-9 and
 * hyphen, starting with a letter.
 */
public record ConnectionName(String value) implements Comparable<ConnectionName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    public ConnectionName {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "connection '"
                            + value
                            + "': a name is a-z, 0-9 and hyphen, at most 60, and starts with a letter");
        }
    }

    /** Whether {@code text} can be the name of a connection. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ConnectionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

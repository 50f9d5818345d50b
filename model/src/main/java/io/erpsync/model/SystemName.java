package io.erpsync.model;

import java.util.regex.Pattern;

/**
 * The name of an outside system, as topics and configuration spell it: {@code lime}, {@code
 * fortnox}, ...
 */
public record SystemName(String value) {

    // Before LIME, which needs it.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,39}");

    public static final SystemName LIME = new SystemName("lime");

    public SystemName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "system '"
                            + value
                            + "': a name is a-z and 0-9, at most 40, and starts with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

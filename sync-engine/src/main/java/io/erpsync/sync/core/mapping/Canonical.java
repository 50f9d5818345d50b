package io.erpsync.sync.core.mapping;

import io.erpsync.model.Fields;
import io.erpsync.model.Value;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The one form in which values are kept and compared: texts without space around them, nothing as
 * {@link Value.Empty}.
 */
public final class Canonical {

    private Canonical() {}

    public static Value of(Value value) {
        return value instanceof Value.Text(String text) ? Value.text(text.strip()) : value;
    }

    public static Fields of(Fields fields) {
        TreeMap<String, Value> result = new TreeMap<>();
        fields.values().forEach((name, value) -> result.put(name, of(value)));
        return new Fields(result);
    }

    /**
     * Whether the one may be what a system made of the other: the same letters and digits, whatever
     * their case and what stands between them.
     */
    public static boolean alike(Value one, Value other) {
        return one.equals(other) || bare(one).equals(bare(other));
    }

    private static String bare(Value value) {
        return value.shown().replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /**
     * A registration number as both sides would write it: letters and digits only, upper case,
     * without a century prefix.
     */
    public static String registration(Value value) {
        String bare = value.shown().replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
        return bare.length() == 12 && bare.startsWith("16") ? bare.substring(2) : bare;
    }
}

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
     * A registration number as both sides would write it: letters and digits only, upper case,
     * without a century prefix.
     */
    public static String registration(Value value) {
        String bare = value.shown().replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
        return bare.length() == 12 && bare.startsWith("16") ? bare.substring(2) : bare;
    }
}

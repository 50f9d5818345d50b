package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.FieldPair;
import io.erpsync.system.evidence.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a field was given, as the ERP stores it.
 *
 * @param write by what; null for the empty field that it all begins with
 */
record Value(@Nullable Write write, String told) {

    /** What the field was given in Lime, oldest first. */
    static List<Value> inLime(Evidence evidence, String id, FieldPair field) {
        List<Value> values = begun();
        for (Write write : evidence.writesTo(Write.LIME, id, _ -> true)) {
            String value = write.fields().get(field.lime());
            if (value != null) {
                values.add(new Value(write, field.asErp(value)));
            }
        }
        return values;
    }

    static List<Value> inErp(Evidence evidence, String number, FieldPair field) {
        List<Value> values = begun();
        for (Write write : evidence.writesTo(Write.FORTNOX, number, _ -> true)) {
            String value = write.fields().get(field.erp());
            if (value != null) {
                values.add(new Value(write, value.strip()));
            }
        }
        return values;
    }

    private static List<Value> begun() {
        return new ArrayList<>(List.of(new Value(null, "")));
    }

    long seq() {
        return write == null ? 0 : write.seq();
    }
}

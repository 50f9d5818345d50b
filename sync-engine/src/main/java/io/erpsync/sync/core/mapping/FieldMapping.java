package io.erpsync.sync.core.mapping;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the value of one side into the value of the other, entry by entry. */
public final class FieldMapping {

    private FieldMapping() {}

    /** What the ERP field of {@code entry} is to hold for that Lime record. */
    public static Converted toErp(MappingEntry entry, Fields lime, Rules rules) {
        String fixed = entry.value();
        if (fixed != null) {
            return new Converted.Fits(Value.text(fixed));
        }
        String property = limeProperty(entry);
        Value value = Canonical.of(lime.get(property));
        if (value.isEmpty()) {
            return new Converted.Fits(value);
        }
        Value mapped = value;
        if (!entry.table().isEmpty()) {
            String hit = throughTable(entry.table(), value.shown());
            if (hit == null) {
                return misfit(Reason.UNKNOWN_OPTION, Side.ERP, entry.erp(), quoted(value));
            }
            mapped = Value.text(hit);
        }
        return fitting(mapped, entry.erp(), rules.erpFields(), Side.ERP);
    }

    /**
     * What the Lime property of {@code entry} is to hold for that value of the ERP; entry must be
     * {@link #goesBack}.
     */
    public static Converted toLime(MappingEntry entry, Value erp, Rules rules) {
        String property = limeProperty(entry);
        Value value = Canonical.of(erp);
        if (value.isEmpty()) {
            return new Converted.Fits(value);
        }
        Value mapped = value;
        if (!entry.table().isEmpty()) {
            String hit = backThroughTable(entry.table(), value.shown());
            if (hit == null) {
                return misfit(Reason.UNKNOWN_OPTION, Side.LIME, property, quoted(value));
            }
            mapped = Value.text(hit);
        }
        return fitting(mapped, property, rules.limeFields(), Side.LIME);
    }

    /**
     * Whether a value of the ERP can be written to Lime through this entry: fixed values and paths
     * cannot.
     */
    public static boolean goesBack(MappingEntry entry) {
        return entry.lime() != null && !entry.lime().contains(".");
    }

    static String limeProperty(MappingEntry entry) {
        String property = entry.lime();
        if (property == null) {
            throw new IllegalArgumentException(
                    "the mapping to " + entry.erp() + " has no Lime property");
        }
        return property;
    }

    /**
     * Finds the spelling in the table without regard to case; a value that is already an ERP code
     * passes.
     */
    private static @Nullable String throughTable(Map<String, String> table, String shown) {
        for (Map.Entry<String, String> row : table.entrySet()) {
            if (row.getKey().equalsIgnoreCase(shown)) {
                return row.getValue();
            }
        }
        for (String code : table.values()) {
            if (code.equalsIgnoreCase(shown)) {
                return code;
            }
        }
        return null;
    }

    private static @Nullable String backThroughTable(Map<String, String> table, String code) {
        for (Map.Entry<String, String> row : table.entrySet()) {
            if (row.getValue().equalsIgnoreCase(code)) {
                return row.getKey();
            }
        }
        return null;
    }

    private static Converted fitting(
            Value value, String target, @Nullable FieldCatalogue catalogue, Side side) {
        FieldDefinition definition = catalogue == null ? null : catalogue.field(target);
        if (definition == null) {
            return new Converted.Fits(value);
        }
        Value typed =
                definition.kind() == FieldDefinition.Kind.TEXT ? Value.text(value.shown()) : value;
        Integer length = definition.length();
        if (length != null && typed instanceof Value.Text(String text) && text.length() > length) {
            return misfit(Reason.VALUE_TOO_LONG, side, target, Integer.toString(length));
        }
        if (definition.kind() == FieldDefinition.Kind.OPTION
                && !definition.options().isEmpty()
                && !definition.options().contains(typed.shown())) {
            return misfit(Reason.UNKNOWN_OPTION, side, target, quoted(value));
        }
        return new Converted.Fits(typed);
    }

    private static String quoted(Value value) {
        return "\"" + value.shown() + "\"";
    }

    private static Converted misfit(Reason reason, Side side, String field, String words) {
        return new Converted.Misfit(new Problem(reason, side, field, words));
    }
}

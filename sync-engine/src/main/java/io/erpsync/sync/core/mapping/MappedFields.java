package io.erpsync.sync.core.mapping;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Rules;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The part of a record that the mapping speaks of. */
public final class MappedFields {

    private MappedFields() {}

    /** Only the fields of {@code record} that the mapping pairs with a field of the other side. */
    public static Fields of(Side side, Fields record, Rules rules) {
        TreeMap<String, Value> mapped = new TreeMap<>();
        for (MappingEntry entry : rules.object().mapping()) {
            if (entry.lime() != null) {
                KeptFields.keep(mapped, record, name(side, entry));
            }
        }
        return new Fields(mapped);
    }

    /** The names on that side of every entry that pairs two fields. */
    public static Set<String> names(Side side, Rules rules) {
        return rules.object().mapping().stream()
                .filter(entry -> entry.lime() != null)
                .map(entry -> name(side, entry))
                .collect(Collectors.toSet());
    }

    static String name(Side side, MappingEntry entry) {
        return side == Side.LIME ? FieldMapping.limeProperty(entry) : entry.erp();
    }
}

package io.erpsync.sync.core.mapping;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Rules;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The part of a record that a decision can rest on; the rest is not kept. */
public final class KeptFields {

    private KeptFields() {}

    /** The fields of {@code record} that the rules read, in canonical form. */
    public static Fields of(Side side, Fields record, Rules rules) {
        TreeMap<String, Value> kept = new TreeMap<>();
        Consumer<String> keep = name -> keep(kept, record, name);
        if (side == Side.LIME) {
            eachOfLime(rules.object(), keep);
        } else {
            eachOfErp(rules.object(), keep);
        }
        kept.replaceAll((_, value) -> Canonical.of(value));
        return new Fields(kept);
    }

    /** The names among them that go over a relation: Lime's answer to a write lacks those. */
    public static Set<String> paths(Rules rules) {
        TreeSet<String> paths = new TreeSet<>();
        eachOfLime(
                rules.object(),
                name -> {
                    if (name.indexOf('.') > 0) {
                        paths.add(name);
                    }
                });
        return paths;
    }

    private static void eachOfLime(ObjectRules object, Consumer<String> action) {
        object.propertiesSynced().forEach(action);
        for (MappingEntry entry : object.mapping()) {
            present(entry, action);
        }
        present(object.registration(), action);
        present(object.name(), action);
        object.whereLime().keySet().forEach(action);
        action.accept(object.lime().number());
        action.accept(object.lime().status());
        action.accept(object.lime().errorText());
        action.accept(object.lime().firstSynced());
    }

    private static void present(@Nullable MappingEntry entry, Consumer<String> action) {
        String property = entry == null ? null : entry.lime();
        if (property != null) {
            action.accept(property);
        }
    }

    private static void eachOfErp(ObjectRules object, Consumer<String> action) {
        object.whereErp().keySet().forEach(action);
        object.mapping().forEach(entry -> action.accept(entry.erp()));
        action.accept(object.registration().erp());
        action.accept(object.name().erp());
        action.accept(object.erpNumber());
    }

    /** Puts the field of that name into {@code kept} where {@code record} has it. */
    static void keep(SortedMap<String, Value> kept, Fields record, String name) {
        Value value = record.values().get(name);
        if (value != null) {
            kept.put(name, value);
        }
    }
}

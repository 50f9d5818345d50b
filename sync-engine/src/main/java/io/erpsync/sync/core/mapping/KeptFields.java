package io.erpsync.sync.core.mapping;

import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Rules;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of a record that a decision can rest on; the rest is not kept. */
public final class KeptFields {

    private KeptFields() {}

    /** The fields of {@code record} that the rules read, in canonical form. */
    public static Fields of(Side side, Fields record, Rules rules) {
        return Canonical.of(record.only(side == Side.LIME ? limeNames(rules) : erpNames(rules)));
    }

    /** The names among them that go over a relation: Lime's answer to a write lacks those. */
    public static Set<String> paths(Rules rules) {
        return limeNames(rules).stream()
                .filter(name -> name.indexOf('.') > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> limeNames(Rules rules) {
        TreeSet<String> names = new TreeSet<>(rules.object().propertiesSynced());
        rules.object().mapping().forEach(entry -> addLime(names, entry));
        addLime(names, rules.object().registration());
        addLime(names, rules.object().name());
        names.addAll(rules.object().whereLime().keySet());
        LimeProperties own = rules.object().lime();
        names.addAll(Set.of(own.number(), own.status(), own.errorText(), own.firstSynced()));
        return names;
    }

    private static Set<String> erpNames(Rules rules) {
        TreeSet<String> names = new TreeSet<>(rules.object().whereErp().keySet());
        rules.object().mapping().forEach(entry -> names.add(entry.erp()));
        names.add(rules.object().registration().erp());
        names.add(rules.object().name().erp());
        names.add(rules.object().erpNumber());
        return names;
    }

    private static void addLime(Set<String> names, @Nullable MappingEntry entry) {
        String property = entry == null ? null : entry.lime();
        if (property != null) {
            names.add(property);
        }
    }
}

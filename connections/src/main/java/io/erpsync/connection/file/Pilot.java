package io.erpsync.connection.file;

import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.yaml.Section;
import io.erpsync.connection.yaml.Suggestion;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code only}: the records that a pilot is limited to. */
final class Pilot {

    private Pilot() {}

    static Set<RecordReference> read(
            Section root, @Nullable SystemName erp, Map<ObjectType, ObjectRules> objects) {
        if (!root.has("only")) {
            return Set.of();
        }
        List<String> texts = root.texts("only");
        if (texts.isEmpty()) {
            // Nothing listed must not come to mean everything.
            root.fault("only", "", "lists no record; remove it to keep all records in step");
        }
        if (erp == null || objects.isEmpty()) {
            return Set.of();
        }
        Map<String, SystemName> types = new LinkedHashMap<>();
        objects.values().forEach(rules -> types.put(rules.limeType(), SystemName.LIME));
        objects.values().forEach(rules -> types.putIfAbsent(rules.erpType(), erp));
        Set<RecordReference> only = new HashSet<>();
        for (String text : texts) {
            RecordReference reference = reference(root, text, types);
            if (reference != null) {
                only.add(reference);
            }
        }
        return only;
    }

    private static @Nullable RecordReference reference(
            Section root, String text, Map<String, SystemName> types) {
        int slash = text.indexOf('/');
        String type = slash < 0 ? text : text.substring(0, slash);
        String id = text.substring(slash + 1).strip();
        SystemName system = types.get(type);
        if (slash < 0 || id.isEmpty()) {
            root.fault("only", text, "must be a type and an id, such as company/1042");
            return null;
        }
        if (system == null) {
            root.fault(
                    "only",
                    text,
                    "begins with no type that is kept in step; "
                            + Suggestion.among(types.keySet(), type));
            return null;
        }
        return new RecordReference(system, type, id);
    }
}

package io.erpsync.connection.check;

import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that the sync itself needs: state in Lime, number in the ERP, keys to match by. */
final class SyncFields {

    private static final List<String> STATUS_KEYS =
            List.of("empty", "readyforfirstsync", "updatesmade", "inprocess", "synced", "error");

    private SyncFields() {}

    /** The properties in Lime that hold the state, under their keys in the settings. */
    static Map<String, String> properties(LimeProperties names) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("number", names.number());
        properties.put("status", names.status());
        properties.put("error-text", names.errorText());
        properties.put("first-synced", names.firstSynced());
        properties.put("last-synced", names.lastSynced());
        return properties;
    }

    static void check(
            ObjectRules rules, FieldCatalogue lime, FieldCatalogue erp, Findings findings) {
        properties(rules.lime())
                .forEach((key, name) -> property("lime-properties." + key, name, lime, findings));
        status(rules.lime().status(), lime, findings);
        exists("number", rules.erpNumber(), erp, findings);
        if (rules.matching() != Matching.OFF) {
            pair("registration", rules.registration(), lime, erp, findings);
            pair("name", rules.name(), lime, erp, findings);
        }
    }

    private static void property(String key, String name, FieldCatalogue lime, Findings findings) {
        FieldDefinition field = lime.field(name);
        if (field == null) {
            findings.fault(
                    key,
                    name,
                    "is no property of "
                            + lime.type()
                            + " in Lime, and the sync keeps its state there",
                    "Create the property in Lime, or name the one that is there.");
        } else if (!field.writable()) {
            findings.fault(
                    key,
                    name,
                    "cannot be written by the sync's user",
                    "Let that user write '" + field.localName() + "' in Lime.");
        }
    }

    private static void status(String name, FieldCatalogue lime, Findings findings) {
        FieldDefinition field = lime.field(name);
        if (field == null) {
            return;
        }
        if (field.kind() != FieldDefinition.Kind.OPTION) {
            findings.fault(
                    "lime-properties.status",
                    name,
                    "is not an option field",
                    "Name the option field that holds the status of the sync.");
            return;
        }
        List<String> missing = STATUS_KEYS.stream().filter(key -> !has(field, key)).toList();
        if (!missing.isEmpty()) {
            findings.fault(
                    "lime-properties.status",
                    name,
                    "lacks the options " + String.join(", ", missing),
                    "Add options with these keys to '" + field.localName() + "' in Lime.");
        }
    }

    private static boolean has(FieldDefinition field, String key) {
        // Lime itself writes a record that was never activated either way.
        return field.options().contains(key)
                || (key.equals("empty") && field.options().contains(""));
    }

    private static void pair(
            String key,
            MappingEntry pair,
            FieldCatalogue lime,
            FieldCatalogue erp,
            Findings findings) {
        String property = pair.lime();
        if (property != null) {
            exists(key + ".lime", property, lime, findings);
        }
        exists(key + ".erp", pair.erp(), erp, findings);
    }

    private static void exists(
            String key, String name, FieldCatalogue catalogue, Findings findings) {
        if (catalogue.field(name) == null) {
            findings.fault(
                    key,
                    name,
                    "is no field of " + catalogue.type() + " in " + catalogue.system(),
                    Names.near(name, catalogue.fields().keySet()));
        }
    }
}

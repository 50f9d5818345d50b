package io.erpsync.connection.check;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.FieldDefinition.Kind;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one entry of the mapping at a time. */
final class EntryCheck {

    /**
     * Where each ERP keeps our link id: the only way to find a record again after a lost answer.
     */
    private static final Map<String, Set<String>> LINK_ID_FIELDS =
            Map.of("fortnox", Set.of("ExternalReference"));

    private final ObjectRules rules;
    private final FieldCatalogue lime;
    private final FieldCatalogue erp;
    private final Findings findings;

    EntryCheck(ObjectRules rules, FieldCatalogue lime, FieldCatalogue erp, Findings findings) {
        this.rules = rules;
        this.lime = lime;
        this.erp = erp;
        this.findings = findings;
    }

    void check(MappingEntry entry) {
        String key = "mapping." + entry.erp();
        Flow flow = Flow.of(entry, rules.directions());
        if (LINK_ID_FIELDS.getOrDefault(erp.system().value(), Set.of()).contains(entry.erp())) {
            findings.fault(
                    key + ".erp",
                    entry.erp(),
                    "is where the sync keeps its own id, by which it finds records again",
                    "Choose another field.");
        }
        FieldDefinition erpField = erp.field(entry.erp());
        if (erpField == null) {
            findings.fault(
                    key + ".erp",
                    entry.erp(),
                    "is no field of " + erp.type() + " in " + erp.system(),
                    Names.near(entry.erp(), erp.fields().keySet()));
        } else if (flow.toErp() && !erpField.writable()) {
            findings.fault(
                    key + ".erp",
                    entry.erp(),
                    "cannot be written in " + erp.system(),
                    MappingCheck.removal(entry) + ", or say 'owner: erp'.");
        }
        String property = entry.lime();
        String value = entry.value();
        if (property != null) {
            property(key, property, entry, flow, erpField);
        } else if (value != null && erpField != null) {
            new ValueCheck(findings).fixed(key + ".value", value, erpField);
        }
    }

    private void property(
            String key,
            String property,
            MappingEntry entry,
            Flow flow,
            @Nullable FieldDefinition erpField) {
        if (SyncFields.properties(rules.lime()).containsValue(property)) {
            findings.fault(
                    key + ".lime",
                    property,
                    "is kept by the sync itself",
                    MappingCheck.removal(entry) + ".");
            return;
        }
        FieldDefinition limeField = lime.field(property);
        if (limeField == null) {
            unknown(key, property);
            return;
        }
        if (flow.toLime() && !limeField.writable()) {
            findings.fault(
                    key + ".lime",
                    property,
                    "cannot be written in Lime",
                    "Say 'owner: lime' so that the ERP's value is not written there.");
        }
        if (erpField != null) {
            together(key, entry, flow, limeField, erpField);
        }
    }

    /** A property that is not in the catalogue, unless it leads over a relation that is. */
    private void unknown(String key, String property) {
        int dot = property.indexOf('.');
        FieldDefinition head = dot < 0 ? null : lime.field(property.substring(0, dot));
        boolean path =
                head != null
                        && (head.kind() == Kind.RELATION
                                || (head.kind() == Kind.OPTION && property.endsWith(".text")));
        if (!path) {
            findings.fault(
                    key + ".lime",
                    property,
                    "is no property of " + lime.type() + " in Lime",
                    Names.near(property, lime.fields().keySet()));
        }
    }

    private void together(
            String key,
            MappingEntry entry,
            Flow flow,
            FieldDefinition limeField,
            FieldDefinition erpField) {
        ValueCheck values = new ValueCheck(findings);
        if (!entry.table().isEmpty()) {
            values.table(key + ".table", entry, flow, limeField, erpField);
            return;
        }
        if (flow.toErp()) {
            values.kinds(key + ".lime", limeField, erpField);
            values.lengths(key + ".lime", limeField, erpField);
        }
        if (flow.toLime()) {
            values.kinds(key + ".erp", erpField, limeField);
            values.backLengths(key + ".erp", erpField, limeField);
        }
    }
}

package io.erpsync.connection.check;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.Side;
import java.util.List;

/**
 * Says of the rules of one object type whether the fields of both sides can carry them, before
 * anything is sent: that fields exist, take the values, may be written and are all covered.
 */
public final class MappingCheck {

    private MappingCheck() {}

    /** Everything found, faults first; without a {@link Severity#FAULT} the rules can be used. */
    public static List<MappingFault> check(
            ObjectRules rules, FieldCatalogue lime, FieldCatalogue erp) {
        Findings findings = new Findings();
        SyncFields.check(rules, lime, erp, findings);
        EntryCheck entries = new EntryCheck(rules, lime, erp, findings);
        rules.mapping().forEach(entries::check);
        Coverage coverage = new Coverage(rules, findings);
        coverage.required(Side.LIME, erp);
        coverage.required(Side.ERP, lime);
        coverage.filledTwice();
        coverage.watched(lime);
        conditions("where-lime", Side.LIME, rules, lime, findings);
        conditions("where-erp", Side.ERP, rules, erp, findings);
        return findings.worstFirst();
    }

    /** What is removed from the mapping with its Lime property. */
    static String removal(MappingEntry entry) {
        return entry.lime() == null
                ? "Remove the entry"
                : "Remove it with { lime: " + entry.lime() + ", erp: none }";
    }

    private static void conditions(
            String key, Side side, ObjectRules rules, FieldCatalogue catalogue, Findings findings) {
        var where = side == Side.LIME ? rules.whereLime() : rules.whereErp();
        where.forEach(
                (name, value) -> {
                    var field = catalogue.field(name);
                    if (field == null) {
                        findings.fault(
                                key + "." + name,
                                value,
                                "asks for a field that " + catalogue.type() + " does not have",
                                Names.near(name, catalogue.fields().keySet()));
                    } else if (!field.options().isEmpty() && !field.options().contains(value)) {
                        findings.fault(
                                key + "." + name,
                                value,
                                "is no option of '" + field.localName() + "'",
                                "Use one of " + String.join(", ", field.options()) + ".");
                    }
                });
    }
}

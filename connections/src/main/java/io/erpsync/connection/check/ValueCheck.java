package io.erpsync.connection.check;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.FieldDefinition.Kind;
import java.util.List;
import java.util.Locale;

/** Whether the values of one field can stand in another. */
final class ValueCheck {

    private final Findings findings;

    ValueCheck(Findings findings) {
        this.findings = findings;
    }

    void kinds(String key, FieldDefinition from, FieldDefinition to) {
        String kinds = word(from.kind()) + " and '" + to.name() + "' takes " + word(to.kind());
        if (from.kind() == Kind.OPTION && to.kind() == Kind.OPTION) {
            options(key, from, to);
            return;
        }
        switch (Fit.of(from.kind(), to.kind())) {
            case ALWAYS -> {}
            case SOMETIMES ->
                    findings.warning(
                            key,
                            from.name(),
                            "holds " + kinds + ": values of another form are refused",
                            "Add a 'table' if the values are few.");
            case NEVER ->
                    findings.fault(
                            key,
                            from.name(),
                            "holds " + kinds,
                            from.kind() == Kind.RELATION
                                    ? "Name a property behind the relation, such as '"
                                            + from.name()
                                            + ".name'."
                                    : "Map fields of the same kind.");
        }
    }

    private void options(String key, FieldDefinition from, FieldDefinition to) {
        List<String> strangers =
                from.options().stream().filter(option -> !to.options().contains(option)).toList();
        if (!strangers.isEmpty()) {
            findings.warning(
                    key,
                    from.name(),
                    "has options that '" + to.name() + "' lacks: " + String.join(", ", strangers),
                    "Add a 'table' that says what each of them becomes.");
        }
    }

    /** A text that may be too long for the ERP. */
    void lengths(String key, FieldDefinition lime, FieldDefinition erp) {
        Integer most = erp.length();
        if (most != null && lime.kind() == Kind.TEXT && longer(lime, most)) {
            findings.warning(
                    key,
                    lime.name(),
                    "takes "
                            + shown(lime)
                            + " and '"
                            + erp.name()
                            + "' only "
                            + most
                            + " characters",
                    "Shorten the field in Lime; a longer text is refused and named on the card.");
        }
    }

    /** The same the other way; an ERP's limits are wide, so this is the rule and no surprise. */
    void backLengths(String key, FieldDefinition erp, FieldDefinition lime) {
        Integer most = lime.length();
        if (most != null && erp.kind() == Kind.TEXT && longer(erp, most)) {
            findings.note(
                    key,
                    erp.name(),
                    "takes "
                            + shown(erp)
                            + " and '"
                            + lime.name()
                            + "' only "
                            + most
                            + " characters",
                    "A longer text from the ERP is refused by Lime; widen the property if it happens.");
        }
    }

    private static boolean longer(FieldDefinition field, int most) {
        Integer length = field.length();
        return length == null || length > most;
    }

    private static String shown(FieldDefinition field) {
        return field.length() == null ? "texts of any length" : field.length() + " characters";
    }

    void fixed(String key, String value, FieldDefinition erp) {
        boolean fits =
                switch (erp.kind()) {
                    case OPTION -> erp.options().isEmpty() || erp.options().contains(value);
                    case BOOLEAN -> value.equals("true") || value.equals("false");
                    case WHOLE -> value.matches("-?[0-9]{1,18}");
                    case DECIMAL -> value.matches("-?[0-9]+([.][0-9]+)?");
                    case DAY -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
                    case TEXT, MOMENT, RELATION, OTHER -> true;
                };
        Integer most = erp.length();
        if (!fits) {
            findings.fault(key, value, "is no value for '" + erp.name() + "'", takes(erp));
        } else if (most != null && value.length() > most) {
            findings.fault(
                    key,
                    value,
                    "is longer than the " + most + " characters of '" + erp.name() + "'",
                    "Shorten it.");
        }
    }

    void table(
            String key, MappingEntry entry, Flow flow, FieldDefinition lime, FieldDefinition erp) {
        if (flow.toErp()) {
            entry.table().forEach((row, value) -> fixed(key + "." + row, value, erp));
        }
        if (lime.kind() == Kind.OPTION && !lime.options().isEmpty()) {
            for (String row : entry.table().keySet()) {
                if (!lime.options().contains(row)) {
                    findings.fault(
                            key,
                            row,
                            "is no option of '" + lime.localName() + "'",
                            "Use one of " + String.join(", ", lime.options()) + ".");
                }
            }
            List<String> left =
                    lime.options().stream().filter(o -> !entry.table().containsKey(o)).toList();
            if (!left.isEmpty()) {
                findings.warning(
                        key,
                        lime.name(),
                        "has options without a row: " + String.join(", ", left),
                        "Add a row for each; a record with one of them is refused and named.");
            }
        }
    }

    private static String takes(FieldDefinition field) {
        return field.kind() == Kind.OPTION
                ? "Use one of " + String.join(", ", field.options()) + "."
                : "It takes " + word(field.kind()) + ".";
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case BOOLEAN -> "true or false";
            case WHOLE -> "whole numbers";
            case DECIMAL -> "numbers";
            case DAY -> "days";
            case MOMENT -> "points in time";
            case OPTION -> "options";
            case RELATION -> "a relation";
            case OTHER -> kind.name().toLowerCase(Locale.ROOT) + " values";
        };
    }
}

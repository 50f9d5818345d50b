package io.erpsync.cli.check;

import io.erpsync.connection.check.MappingCheck;
import io.erpsync.connection.check.MappingFault;
import io.erpsync.connection.check.Severity;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says of every property, field and option key that the rules name whether it is there. */
final class MappingLines {

    private static final List<String> OWN =
            List.of("number", "status", "error-text", "first-synced", "last-synced");

    private final ObjectType type;
    private final ObjectRules rules;
    private final FieldCatalogue lime;
    private final FieldCatalogue erp;
    private final List<MappingFault> findings;
    private final List<CheckLine> lines = new ArrayList<>();

    MappingLines(ObjectType type, ObjectRules rules, FieldCatalogue lime, FieldCatalogue erp) {
        this.type = type;
        this.rules = rules;
        this.lime = lime;
        this.erp = erp;
        this.findings = MappingCheck.check(rules, lime, erp);
    }

    /** What is wrong stands at what it is about, and what fits no line of its own at the end. */
    List<CheckLine> all() {
        List<MappingFault> left = new ArrayList<>(findings);
        List<String> names =
                List.of(
                        rules.lime().number(),
                        rules.lime().status(),
                        rules.lime().errorText(),
                        rules.lime().firstSynced(),
                        rules.lime().lastSynced());
        for (int own = 0; own < OWN.size(); own++) {
            String found = names.get(own) + options(lime.field(names.get(own)));
            take(left, "property", "lime-properties." + OWN.get(own), found);
        }
        for (MappingEntry entry : rules.mapping()) {
            take(left, "mapping", "mapping." + entry.erp() + ".", told(entry));
        }
        if (!rules.propertiesSynced().isEmpty()) {
            take(
                    left,
                    "watched",
                    "properties-synced",
                    rules.propertiesSynced().stream().sorted().collect(Collectors.joining(", ")));
        }
        take(left, "required", "mapping", required());
        left.forEach(finding -> lines.add(line("rules", finding)));
        return lines;
    }

    /** The line for what {@code key} begins alike; with the findings about it, where there are. */
    private void take(List<MappingFault> left, String word, String key, String found) {
        List<MappingFault> about =
                left.stream()
                        .filter(
                                finding ->
                                        key.endsWith(".")
                                                ? finding.key().startsWith(key)
                                                : finding.key().equals(key))
                        .toList();
        left.removeAll(about);
        if (about.isEmpty()) {
            lines.add(CheckLine.ok(subject(word), found));
        } else if (about.size() == 1 && about.getFirst().severity() == Severity.NOTE) {
            MappingFault note = about.getFirst();
            lines.add(CheckLine.note(subject(word), found + ": " + note.message(), note.remedy()));
        } else {
            about.forEach(finding -> lines.add(line(word, finding)));
        }
    }

    private CheckLine line(String word, MappingFault finding) {
        String found = finding.key() + " '" + finding.value() + "' " + finding.message();
        return switch (finding.severity()) {
            case FAULT -> CheckLine.fault(subject(word), found, finding.remedy());
            case WARNING -> CheckLine.warning(subject(word), found, finding.remedy());
            case NOTE -> CheckLine.note(subject(word), found, finding.remedy());
        };
    }

    private String subject(String word) {
        return type.word() + " " + word;
    }

    private String told(MappingEntry entry) {
        if (entry.lime() == null) {
            return "\"" + entry.value() + "\" → " + entry.erp();
        }
        String pair = entry.lime() + " – " + entry.erp();
        return entry.table().isEmpty()
                ? pair + options(lime.field(entry.lime()))
                : pair + ", by a table of " + entry.table().size() + " values";
    }

    private static String options(@org.jspecify.annotations.Nullable FieldDefinition field) {
        List<String> keys =
                field == null
                        ? List.of()
                        : field.options().stream().filter(key -> !key.isEmpty()).toList();
        return keys.isEmpty() ? "" : " (" + String.join(", ", keys) + ")";
    }

    private String required() {
        List<String> sides = new ArrayList<>();
        if (rules.directions().mayCreateFrom(Side.LIME)) {
            sides.add(required(erp));
        }
        if (rules.directions().mayCreateFrom(Side.ERP)) {
            sides.add(required(lime));
        }
        return sides.isEmpty() ? "nothing is created on either side" : String.join("; ", sides);
    }

    private static String required(FieldCatalogue catalogue) {
        String names =
                catalogue.fields().values().stream()
                        .filter(FieldDefinition::required)
                        .map(FieldDefinition::name)
                        .collect(Collectors.joining(", "));
        return catalogue.system() + (names.isEmpty() ? ": none" : ": " + names + ", filled");
    }
}

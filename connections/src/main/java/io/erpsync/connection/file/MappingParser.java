package io.erpsync.connection.file;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.yaml.Section;
import io.erpsync.connection.yaml.Suggestion;
import io.erpsync.model.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mapping: the shipped entries, each replaced by an entry of the file with the same Lime
 * property or the same ERP field, or removed by one that says {@code none}; then the file's own.
 */
final class MappingParser {

    private static final String NONE = "none";

    private final Section own;
    private final Section shipped;

    MappingParser(Section own, Section shipped) {
        this.own = own;
        this.shipped = shipped;
    }

    List<MappingEntry> read() {
        List<MappingEntry> defaults = entries(shipped);
        Set<String> limes = new HashSet<>();
        Set<String> erps = new HashSet<>();
        for (Section section : own.sections("mapping")) {
            note(section, "lime", limes);
            note(section, "erp", erps);
            removes(section, defaults);
        }
        List<MappingEntry> mapping = new ArrayList<>();
        for (MappingEntry entry : defaults) {
            if (!erps.contains(entry.erp()) && !limes.contains(entry.lime())) {
                mapping.add(entry);
            }
        }
        mapping.addAll(entries(own));
        return mapping;
    }

    private static void note(Section section, String side, Set<String> names) {
        String name = section.has(side) ? section.text(side) : null;
        if (name == null || name.equals(NONE)) {
            return;
        }
        if (!names.add(name) && side.equals("erp")) {
            section.fault("erp", name, "is filled by an earlier entry already; keep one of them");
        }
    }

    private static void removes(Section section, List<MappingEntry> defaults) {
        boolean fromLime = NONE.equals(section.text("erp"));
        boolean fromErp = NONE.equals(section.text("lime"));
        if (!fromLime && !fromErp) {
            return;
        }
        String key = fromLime ? "lime" : "erp";
        String name = section.required(key);
        Set<String> known = new LinkedHashSet<>();
        defaults.stream()
                .map(entry -> fromLime ? entry.lime() : entry.erp())
                .filter(Objects::nonNull)
                .forEach(known::add);
        if (name != null && !known.contains(name)) {
            section.fault(
                    key,
                    name,
                    "is in no shipped entry, so there is none to remove; "
                            + Suggestion.among(known, name));
        }
    }

    private static List<MappingEntry> entries(Section object) {
        List<MappingEntry> entries = new ArrayList<>();
        for (Section section : object.sections("mapping")) {
            section.knows(Keys.MAPPING);
            if (!NONE.equals(section.text("erp")) && !NONE.equals(section.text("lime"))) {
                MappingEntry entry = entry(section);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static @Nullable MappingEntry entry(Section section) {
        String erp = section.required("erp");
        MappingEntry.When when =
                section.word(
                        "when", Words.of(MappingEntry.When.values()), MappingEntry.When.ALWAYS);
        Side owner = section.word("owner", Words.SIDES);
        if (section.has("lime") == section.has("value")) {
            section.fault("lime", "", "must stand here, or 'value' instead, and not both");
            return null;
        }
        if (erp == null) {
            return null;
        }
        String lime = section.text("lime");
        String value = section.text("value");
        if (lime == null && value == null) {
            return null;
        }
        return new MappingEntry(lime, erp, value, when, owner, section.section("table").pairs());
    }
}

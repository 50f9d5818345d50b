package io.erpsync.connection.check;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.Side;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What the mapping as a whole leaves out, has twice, or watches in vain. */
final class Coverage {

    private final ObjectRules rules;
    private final Findings findings;
    private final Collection<String> ownProperties;

    Coverage(ObjectRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
        this.ownProperties = SyncFields.properties(rules.lime()).values();
    }

    /** A create from {@code source} must fill what {@code target} requires. */
    void required(Side source, FieldCatalogue target) {
        if (!rules.directions().mayCreateFrom(source)) {
            return;
        }
        for (FieldDefinition field : target.fields().values()) {
            if (field.required() && !filled(source, field.name())) {
                findings.fault(
                        "mapping",
                        field.name(),
                        "is required by "
                                + target.system()
                                + " for a new "
                                + target.type()
                                + " and no entry fills it",
                        source == Side.LIME
                                ? "Add an entry for '"
                                        + field.localName()
                                        + "', with a property or a fixed value."
                                : "Add an entry for '"
                                        + field.localName()
                                        + "', or make it optional in Lime.");
            }
        }
    }

    private boolean filled(Side source, String name) {
        if (source == Side.ERP && ownProperties.contains(name)) {
            return true;
        }
        return rules.mapping().stream()
                .anyMatch(
                        entry -> {
                            Flow flow = Flow.of(entry, rules.directions());
                            return source == Side.LIME
                                    ? flow.toErp() && entry.erp().equals(name)
                                    : flow.toLime() && name.equals(entry.lime());
                        });
    }

    /** One Lime property must not be filled from two ERP fields: the last one would win. */
    void filledTwice() {
        Set<String> filled = new HashSet<>();
        for (MappingEntry entry : rules.mapping()) {
            String lime = entry.lime();
            if (lime != null && Flow.of(entry, rules.directions()).toLime() && !filled.add(lime)) {
                findings.fault(
                        "mapping." + entry.erp() + ".lime",
                        lime,
                        "is filled from more than one ERP field",
                        "Say 'owner: lime' at all but one of these entries.");
            }
        }
    }

    void watched(FieldCatalogue lime) {
        Set<String> mapped = new HashSet<>();
        rules.mapping().stream()
                .map(MappingEntry::lime)
                .filter(Objects::nonNull)
                .map(Coverage::head)
                .forEach(mapped::add);
        for (String name : rules.propertiesSynced().stream().sorted().toList()) {
            watched(name, mapped.contains(name), lime);
        }
        if (rules.directions().mayUpdateFrom(Side.LIME)) {
            rules.mapping().forEach(this::unwatched);
        }
    }

    private void watched(String name, boolean mapped, FieldCatalogue lime) {
        if (ownProperties.contains(name)) {
            findings.fault(
                    "properties-synced",
                    name,
                    "is written by the sync itself, which would ask for a sync without end",
                    "Remove it from the list.");
        } else if (lime.field(name) == null) {
            findings.fault(
                    "properties-synced",
                    name,
                    "is no property of " + lime.type() + " in Lime",
                    Names.near(name, lime.fields().keySet()));
        } else if (!mapped) {
            findings.note(
                    "properties-synced",
                    name,
                    "is watched and not mapped: a change asks for a sync that sends nothing of it",
                    "Map it, or leave it if that is meant.");
        }
    }

    private void unwatched(MappingEntry entry) {
        String lime = entry.lime();
        if (lime != null
                && entry.when() == MappingEntry.When.ALWAYS
                && Flow.of(entry, rules.directions()).toErp()
                && !rules.propertiesSynced().contains(head(lime))) {
            findings.note(
                    "mapping." + entry.erp() + ".lime",
                    lime,
                    "is mapped and not watched: a change is sent with the next sync, and asks for"
                            + " none",
                    "Add it to 'properties-synced', or leave it if that is meant.");
        }
    }

    private static String head(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}

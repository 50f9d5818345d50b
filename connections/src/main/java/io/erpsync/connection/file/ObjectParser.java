package io.erpsync.connection.file;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.connection.yaml.Faults;
import io.erpsync.connection.yaml.Section;
import io.erpsync.model.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the block of one object type over the shipped one. */
final class ObjectParser {

    private final Section own;
    private final Section shipped;
    private final Faults faults;

    ObjectParser(Section own, Section shipped, Faults faults) {
        this.own = own.knows(Keys.OBJECT);
        this.shipped = shipped;
        this.faults = faults;
    }

    /** The rules; null when a key without which there are none is missing or unreadable. */
    @Nullable ObjectRules read() {
        Directions directions = new DirectionsParser(own, faults).read();
        List<MappingEntry> mapping = new MappingParser(own, shipped).read();
        String limeType = over("lime-type").required("lime-type");
        String erpType = over("erp-type").required("erp-type");
        String number = over("number").required("number");
        MappingEntry registration = pair("registration");
        MappingEntry name = pair("name");
        Set<String> watched = watched(mapping);
        Matching matching = own.word("match", Words.of(Matching.values()), Matching.REPORT);
        Side leader = own.word("leader", Words.SIDES, Side.LIME);
        boolean putBack = own.yes("put-back", true);
        boolean limeTrigger = own.yes("lime-trigger", true);
        WhenDeleted whenDeleted =
                own.word("when-deleted", Words.of(WhenDeleted.values()), WhenDeleted.KEEP);
        LimeProperties lime = limeProperties(own.section("lime-properties"));
        Map<String, String> whereLime = where("where-lime");
        Map<String, String> whereErp = where("where-erp");
        if (directions == null
                || limeType == null
                || erpType == null
                || number == null
                || registration == null
                || name == null) {
            return null;
        }
        return new ObjectRules(
                limeType,
                erpType,
                number,
                registration,
                name,
                directions,
                watched,
                mapping,
                matching,
                leader,
                putBack,
                limeTrigger,
                whenDeleted,
                lime,
                whereLime,
                whereErp);
    }

    private Section over(String key) {
        return own.has(key) || !shipped.has(key) ? own : shipped;
    }

    private @Nullable MappingEntry pair(String key) {
        Section pair = over(key).section(key).knows(Keys.PAIR);
        String lime = pair.required("lime");
        String erp = pair.required("erp");
        return lime == null || erp == null ? null : MappingEntry.of(lime, erp);
    }

    /** What is watched: by default what is mapped, except what is sent with the create alone. */
    private Set<String> watched(List<MappingEntry> mapping) {
        if (own.has("properties-synced")) {
            return new HashSet<>(own.texts("properties-synced"));
        }
        Set<String> watched = new LinkedHashSet<>();
        mapping.stream()
                .filter(entry -> entry.when() == MappingEntry.When.ALWAYS)
                .map(MappingEntry::lime)
                .filter(Objects::nonNull)
                // Of a path over a relation, the relation itself is what changes on the record.
                .map(lime -> lime.contains(".") ? lime.substring(0, lime.indexOf('.')) : lime)
                .forEach(watched::add);
        return watched;
    }

    private Map<String, String> where(String key) {
        Map<String, String> where = new HashMap<>();
        over(key).section(key).pairs().forEach((field, value) -> where.put(field, value.strip()));
        return where;
    }

    private static LimeProperties limeProperties(Section names) {
        names.knows(Keys.LIME_PROPERTIES);
        LimeProperties byDefault = LimeProperties.DEFAULT;
        return new LimeProperties(
                names.text("number", byDefault.number()),
                names.text("status", byDefault.status()),
                names.text("error-text", byDefault.errorText()),
                names.text("first-synced", byDefault.firstSynced()),
                names.text("last-synced", byDefault.lastSynced()));
    }
}

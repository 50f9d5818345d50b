package io.erpsync.connection.file;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.yaml.Faults;
import io.erpsync.connection.yaml.Section;
import io.erpsync.model.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the direction matrix, which is never guessed: what is not plainly said is a fault. */
final class DirectionsParser {

    private final Section object;
    private final Faults faults;

    DirectionsParser(Section object, Faults faults) {
        this.object = object;
        this.faults = faults;
    }

    /** The matrix; null, with a fault, when it cannot be read in full. */
    @Nullable Directions read() {
        Directions directions = object.has("directions") ? named() : cells();
        if (directions != null && directions.updateFrom().size() == Side.values().length) {
            faults.warn(
                    object.at("update-from"),
                    "lime, erp",
                    "lets both sides change the same records: edits are merged field by field, and"
                            + " where both changed one field the leader's value wins");
        }
        return directions;
    }

    private @Nullable Directions named() {
        if (object.has("create-from") || object.has("update-from")) {
            object.fault(
                    "directions",
                    object.text("directions", ""),
                    "stands beside 'create-from' or 'update-from'; say it one way only");
            return null;
        }
        return object.word("directions", Words.DIRECTIONS);
    }

    private @Nullable Directions cells() {
        if (!object.has("create-from") && !object.has("update-from")) {
            object.fault(
                    "directions",
                    "",
                    "is missing and has no default; known are "
                            + String.join(", ", Words.DIRECTIONS.keySet())
                            + ", or 'create-from' and 'update-from'");
            return null;
        }
        Set<Side> create = cell("create-from");
        Set<Side> update = cell("update-from");
        return create == null || update == null ? null : new Directions(create, update);
    }

    private @Nullable Set<Side> cell(String key) {
        if (!object.has(key)) {
            object.fault(key, "", "is missing and has no default; [] closes it for both sides");
            return null;
        }
        int written = object.texts(key).size();
        Set<Side> sides = Set.copyOf(object.words(key, Words.SIDES));
        return faults.touch(object.at(key)) || sides.size() < written ? null : sides;
    }
}

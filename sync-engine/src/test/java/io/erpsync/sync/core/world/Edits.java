package io.erpsync.sync.core.world;

import io.erpsync.model.Side;
import io.erpsync.model.Value;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What users did, which the engine cannot know: the last value that was set by hand, per field and
 * side, and whether a system ever said no.
 *
 * @param last by side and that side's field name
 * @param refused whether a system ever said no
 * @param asked whether the button was pressed
 * @param unseen whether a customer from before was edited that had never been seen whole
 */
public record Edits(SortedMap<String, Value> last, boolean refused, boolean asked, boolean unseen) {

    static final Edits NONE = new Edits(new TreeMap<>(), false, false, false);

    Edits with(Side side, String field, Value value) {
        TreeMap<String, Value> copy = new TreeMap<>(last);
        copy.put(key(side, field), value);
        return new Edits(copy, refused, asked, unseen);
    }

    Edits withRefusal() {
        return new Edits(last, true, asked, unseen);
    }

    Edits withAsking() {
        return new Edits(last, refused, true, unseen);
    }

    Edits withUnseen() {
        return new Edits(last, refused, asked, true);
    }

    /** The last value that a user of {@code side} gave the field; null when nobody touched it. */
    public @Nullable Value of(Side side, String field) {
        return last.get(key(side, field));
    }

    public boolean touched(Side side, String field) {
        return of(side, field) != null;
    }

    private static String key(Side side, String field) {
        return side + " " + field;
    }
}

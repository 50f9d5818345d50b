package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.store.LimeObject;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** One filter of an object list: a property, perhaps with a prefix that says how to compare. */
final class ListFilter {

    /** The page's own parameters, and one that older clients send and servers ignore. */
    private static final Set<String> NO_FILTER = Set.of("_limit", "_offset", "_offset_id", "sort");

    private ListFilter() {}

    static Predicate<LimeObject> of(Limetype type, String name, String value) {
        if (NO_FILTER.contains(name) || name.equals("_")) {
            return _ -> true;
        }
        if (name.startsWith("not-")) {
            return compare(type, name.substring(4), value, result -> result != 0);
        }
        if (name.startsWith("min-")) {
            return bound(type, name.substring(4), value, result -> result >= 0);
        }
        if (name.startsWith("max-")) {
            return bound(type, name.substring(4), value, result -> result <= 0);
        }
        return compare(type, name, value, result -> result == 0);
    }

    private static Predicate<LimeObject> bound(
            Limetype type, String field, String value, IntPredicate wanted) {
        return compare(type, field, value, wanted)
                .and(object -> FieldValues.of(type, object, field) != null);
    }

    private static Predicate<LimeObject> compare(
            Limetype type, String field, String value, IntPredicate wanted) {
        Object searched = SearchValue.read(type, field, value);
        return object ->
                wanted.test(FieldValues.compare(FieldValues.of(type, object, field), searched));
    }
}

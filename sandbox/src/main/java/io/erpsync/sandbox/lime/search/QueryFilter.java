package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filter of a query: a tree of comparisons and groups. */
final class QueryFilter {

    private final ObjectSource source;
    private final Limetype type;

    QueryFilter(ObjectSource source, Limetype type) {
        this.source = source;
        this.type = type;
    }

    Predicate<LimeObject> read(@Nullable Object node) {
        if (node == null) {
            return _ -> true;
        }
        if (!(node instanceof Map<?, ?> map)) {
            throw LimeRefusal.badRequest("A filter must be an object");
        }
        if (map.isEmpty()) {
            return _ -> true;
        }
        String operator = String.valueOf(map.get("op")).toUpperCase(Locale.ROOT);
        return switch (operator) {
            case "AND" -> children(map.get("exp")).stream().reduce(_ -> true, (a, b) -> a.and(b));
            case "OR" -> children(map.get("exp")).stream().reduce(_ -> false, (a, b) -> a.or(b));
            case "!", "NOT" -> Predicate.not(read(map.get("exp")));
            default -> comparison(operator, map.get("key"), map.get("exp"));
        };
    }

    private List<Predicate<LimeObject>> children(@Nullable Object expressions) {
        if (!(expressions instanceof List<?> list)) {
            throw LimeRefusal.badRequest("A group of filters needs an array in exp");
        }
        return list.stream().map(this::read).toList();
    }

    private Predicate<LimeObject> comparison(
            String operator, @Nullable Object key, @Nullable Object expected) {
        if (!(key instanceof String path)) {
            throw LimeRefusal.badRequest("A filter needs a key");
        }
        QueryPath field = QueryPath.of(source, type, path);
        return switch (operator) {
            case "=" -> ordered(field, expected, result -> result == 0);
            case "!=" -> ordered(field, expected, result -> result != 0);
            case ">" -> bound(field, expected, result -> result > 0);
            case ">=" -> bound(field, expected, result -> result >= 0);
            case "<" -> bound(field, expected, result -> result < 0);
            case "<=" -> bound(field, expected, result -> result <= 0);
            case "?" -> text(field, expected, String::contains);
            case "=?" -> text(field, expected, String::startsWith);
            case "?=" -> text(field, expected, String::endsWith);
            case "IN" -> in(field, expected);
            default -> throw LimeRefusal.badRequest("Unknown operator " + operator);
        };
    }

    private Predicate<LimeObject> in(QueryPath field, @Nullable Object expected) {
        if (!(expected instanceof List<?> list)) {
            throw LimeRefusal.badRequest("IN needs an array");
        }
        return list.stream()
                .map(value -> ordered(field, value, result -> result == 0))
                .reduce(_ -> false, (a, b) -> a.or(b));
    }

    private Predicate<LimeObject> bound(
            QueryPath field, @Nullable Object expected, IntPredicate wanted) {
        return ordered(field, expected, wanted).and(object -> field.of(source, object) != null);
    }

    private Predicate<LimeObject> ordered(
            QueryPath field, @Nullable Object expected, IntPredicate wanted) {
        Object searched = SearchValue.read(field.end(), field.field(), expected);
        return object -> wanted.test(FieldValues.compare(field.of(source, object), searched));
    }

    private Predicate<LimeObject> text(
            QueryPath field, @Nullable Object expected, BiPredicate<String, String> wanted) {
        String searched = String.valueOf(expected).toLowerCase(Locale.ROOT);
        return object -> {
            Object value = field.of(source, object);
            return value != null
                    && wanted.test(value.toString().toLowerCase(Locale.ROOT), searched);
        };
    }
}

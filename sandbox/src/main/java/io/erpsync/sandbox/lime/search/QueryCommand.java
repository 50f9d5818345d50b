package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One query in Lime's query language. Throws {@link LimeRefusal} for what it does not know. */
public final class QueryCommand {

    private static final Set<String> KEYS =
            Set.of("limetype", "responseFormat", "filter", "orderBy", "limit", "offset");
    private static final int DEFAULT_LIMIT = 50;

    private final Map<String, @Nullable Object> query;
    private final ObjectSource source;
    private final ValueWriter writer;

    public QueryCommand(
            Map<String, @Nullable Object> query, ObjectSource source, ValueWriter writer) {
        this.query = query;
        this.source = source;
        this.writer = writer;
    }

    /** The rows found, each in the form that the query asked for. */
    public List<Map<String, @Nullable Object>> run() {
        query.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(
                        key -> {
                            throw LimeRefusal.badRequest("Unknown key " + key + " in the query");
                        });
        if (!(query.get("limetype") instanceof String name)) {
            throw LimeRefusal.badRequest("The query needs a limetype");
        }
        if (!(query.get("responseFormat") instanceof Map<?, ?> format)
                || !(format.get("object") instanceof Map<?, ?> shape)) {
            throw LimeRefusal.badRequest("The query needs a responseFormat with an object");
        }
        Limetype type = source.limetype(name);
        int limit = whole("limit", DEFAULT_LIMIT);
        return source.all(name).stream()
                .filter(new QueryFilter(source, type).read(query.get("filter")))
                .sorted(Order.comparator(type, orders()))
                .skip(whole("offset", 0))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .map(object -> row(type, object, shape))
                .toList();
    }

    private List<Order> orders() {
        return switch (query.get("orderBy")) {
            case null -> List.of();
            case List<?> list -> list.stream().map(QueryCommand::order).toList();
            default -> throw malformedOrder();
        };
    }

    private static Order order(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map) || map.size() != 1) {
            throw malformedOrder();
        }
        Map.Entry<?, ?> only = map.entrySet().iterator().next();
        String field = String.valueOf(only.getKey());
        return switch (String.valueOf(only.getValue())) {
            case "ASC" -> new Order(field, true);
            case "DESC" -> new Order(field, false);
            default ->
                    throw LimeRefusal.badRequest(
                            "A direction is ASC or DESC, not " + only.getValue());
        };
    }

    private static LimeRefusal malformedOrder() {
        return LimeRefusal.badRequest("orderBy must be an array of objects with one key each");
    }

    private Map<String, @Nullable Object> row(Limetype type, LimeObject object, Map<?, ?> shape) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        shape.forEach(
                (key, inner) -> {
                    String field = String.valueOf(key);
                    row.put(
                            field,
                            inner instanceof Map<?, ?> nested && !nested.isEmpty()
                                    ? related(type, object, field, nested)
                                    : plain(type, object, field));
                });
        return row;
    }

    private @Nullable Object plain(Limetype type, LimeObject object, String field) {
        FieldValues.typeOf(type, field);
        return writer.write(type.property(field), FieldValues.of(type, object, field));
    }

    private @Nullable Object related(
            Limetype type, LimeObject object, String field, Map<?, ?> shape) {
        Property relation = type.property(field);
        if (relation == null || relation.type() != PropertyType.BELONGSTO) {
            throw LimeRefusal.badRequest(field + " is no relation of " + type.name());
        }
        LimeObject other =
                object.value(field) instanceof Long id ? source.find(relation.related(), id) : null;
        return other == null ? null : row(source.limetype(relation.related()), other, shape);
    }

    private int whole(String key, int otherwise) {
        return switch (query.get(key)) {
            case null -> otherwise;
            case Integer number when number >= 0 -> number;
            default -> throw LimeRefusal.badRequest(key + " must be zero or more");
        };
    }
}

package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The query string of an object list: filters that must all hold, order, page, embedding. */
public record ListQuery(
        Predicate<LimeObject> filter,
        Comparator<LimeObject> order,
        int limit,
        int offset,
        @Nullable Long offsetId,
        List<String> embeds) {

    private static final int DEFAULT_LIMIT = 10;

    /** Reads the parameters; throws {@link LimeRefusal} naming what it does not know. */
    public static ListQuery of(Limetype type, Map<String, List<String>> parameters) {
        Predicate<LimeObject> filter = _ -> true;
        List<Order> orders = new ArrayList<>();
        List<String> embeds = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            for (String value : parameter.getValue()) {
                switch (name) {
                    case "_sort" -> orders.add(order(value));
                    case "_embed" -> embeds.add(embed(type, value));
                    default -> filter = filter.and(ListFilter.of(type, name, value));
                }
            }
        }
        return new ListQuery(
                filter,
                Order.comparator(type, orders),
                whole(parameters, "_limit", DEFAULT_LIMIT, 1),
                whole(parameters, "_offset", 0, 0),
                parameters.containsKey("_offset_id")
                        ? (long) whole(parameters, "_offset_id", 0, 0)
                        : null,
                embeds);
    }

    /** The page of the records that this query asks for. */
    public ListPage page(List<LimeObject> all) {
        List<LimeObject> found = all.stream().filter(filter).sorted(order).toList();
        int start = Math.min(offsetId == null ? offset : after(all, found, offsetId), found.size());
        int end = Math.min(start + limit, found.size());
        return new ListPage(found.subList(start, end), end < found.size(), end);
    }

    private int after(List<LimeObject> all, List<LimeObject> found, long id) {
        LimeObject last = all.stream().filter(object -> object.id() == id).findFirst().orElse(null);
        int index = 0;
        for (LimeObject object : found) {
            boolean before = last == null ? object.id() <= id : order.compare(object, last) <= 0;
            index += before ? 1 : 0;
        }
        return index;
    }

    private static Order order(String value) {
        return value.startsWith("-")
                ? new Order(value.substring(1), false)
                : new Order(value, true);
    }

    private static String embed(Limetype type, String relation) {
        Property property = type.property(relation);
        if (property == null || property.type() != PropertyType.BELONGSTO) {
            throw LimeRefusal.badRequest("Cannot embed " + relation + " of " + type.name());
        }
        return relation;
    }

    private static int whole(
            Map<String, List<String>> parameters, String name, int otherwise, int least) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(values.getFirst());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as one that is too small.
        }
        throw LimeRefusal.badRequest(name + " must be a whole number of at least " + least);
    }
}

package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.store.LimeObject;
import java.util.Comparator;
import java.util.List;

/** One field to sort by. */
record Order(String field, boolean ascending) {

    /** By the fields in turn, then by id, so that pages never overlap. */
    static Comparator<LimeObject> comparator(Limetype type, List<Order> orders) {
        Comparator<LimeObject> comparator = (_, _) -> 0;
        for (Order order : orders) {
            FieldValues.typeOf(type, order.field());
            Comparator<LimeObject> next =
                    (left, right) ->
                            FieldValues.compare(
                                    FieldValues.of(type, left, order.field()),
                                    FieldValues.of(type, right, order.field()));
            comparator = comparator.thenComparing(order.ascending() ? next : next.reversed());
        }
        return comparator.thenComparingLong(LimeObject::id);
    }
}

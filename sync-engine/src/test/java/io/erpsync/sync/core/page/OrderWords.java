package io.erpsync.sync.core.page;

import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.sync.core.mapping.MappedFields;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A command in a few words. */
record OrderWords(Rules rules) {

    /** What all of {@code orders} to that side do, in their order; a dash when there is none. */
    String of(List<Order> orders, Side side) {
        List<String> words =
                orders.stream()
                        .filter(order -> order.target() == side)
                        .map(order -> side == Side.ERP ? inErp(order) : inLime(order))
                        .toList();
        return words.isEmpty() ? "–" : String.join(", then ", words);
    }

    private String inErp(Order order) {
        return switch (order.action()) {
            case CREATE -> "**create** with " + names(order.fields());
            case UPDATE -> "**write** " + values(order.fields());
            case READ, PROBE -> "read";
        };
    }

    private String inLime(Order order) {
        if (order.action() == Action.READ) {
            return "read";
        }
        List<String> parts = new ArrayList<>();
        Fields data = MappedFields.of(Side.LIME, order.fields(), rules);
        if (order.action() == Action.CREATE) {
            parts.add("**create** with " + names(data));
        } else if (!data.isEmpty()) {
            parts.add("**write** " + values(data));
        }
        var own = rules.object().lime();
        if (order.fields().has(own.status())) {
            parts.add("`" + order.fields().get(own.status()).shown() + "`");
        }
        if (order.fields().has(own.number())) {
            parts.add("number");
        }
        if (!order.fields().get(own.errorText()).isEmpty()) {
            parts.add("error text");
        }
        if (order.fields().has(own.lastSynced())) {
            parts.add("time");
        }
        return String.join(" + ", parts);
    }

    private static String names(Fields fields) {
        return String.join(" and ", fields.names());
    }

    private static String values(Fields fields) {
        return fields.values().entrySet().stream()
                .map(entry -> entry.getKey() + " \"" + entry.getValue().shown() + "\"")
                .collect(Collectors.joining(" and "));
    }
}

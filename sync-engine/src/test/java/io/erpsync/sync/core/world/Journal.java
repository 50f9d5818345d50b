package io.erpsync.sync.core.world;

import io.erpsync.model.Action;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Order;
import java.util.ArrayList;
import java.util.List;

/** What was decided since the test began to look, oldest first. */
public final class Journal {

    private final List<Decision> decisions = new ArrayList<>();

    void add(Decision decision) {
        decisions.add(decision);
    }

    public void clear() {
        decisions.clear();
    }

    public List<Decision> decisions() {
        return decisions;
    }

    public List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (Decision decision : decisions) {
            Order order = decision.order();
            if (order != null) {
                orders.add(order);
            }
        }
        return orders;
    }

    /** The orders that write, to that side. */
    public List<Order> writes(Side target) {
        return orders().stream()
                .filter(order -> order.target() == target && order.action() != Action.READ)
                .toList();
    }
}

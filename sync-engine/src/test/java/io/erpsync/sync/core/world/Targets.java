package io.erpsync.sync.core.world;

import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.Outcome;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Rules;
import org.jspecify.annotations.Nullable;

/** Carries commands out the way the writers do: one that may have been attempted looks first. */
record Targets(Rules rules, LimeStore lime, ErpStore erp) {

    Outcome carryOut(LinkId link, Order order) {
        Outcome found = order.attemptedSince() == null ? null : look(link, order);
        return found != null ? found : write(link, order);
    }

    /**
     * A writer that was restarted does not know whether it had begun: what it cannot find may still
     * come.
     */
    Outcome carryOutAgain(LinkId link, Order order) {
        if (order.action() == Action.READ) {
            return write(link, order);
        }
        Outcome found = look(link, order);
        return found != null ? found : new Outcome.Unknown("nothing found");
    }

    void carryOutLate(LinkId link, Order order) {
        write(link, order);
    }

    /** What a look finds of an earlier attempt; null when nothing. */
    @Nullable Outcome look(LinkId link, Order order) {
        String id = order.id();
        if (order.action() == Action.CREATE) {
            return order.target() == Side.ERP ? createdInErp(link) : createdInLime(order.fields());
        }
        if (order.action() != Action.UPDATE || id == null) {
            return null;
        }
        boolean there =
                order.target() == Side.ERP
                        ? erp.holds(id, order.fields())
                        : limeHolds(id, order.fields());
        return !there ? null : order.target() == Side.ERP ? erp.read(id) : lime.read(id);
    }

    private @Nullable Outcome createdInErp(LinkId link) {
        ErpStore.Customer customer = erp.created(link.value());
        return customer == null ? null : new Outcome.Applied(erp.stored(customer));
    }

    private @Nullable Outcome createdInLime(Fields fields) {
        LimeStore.Card card = lime.numbered(fields.get(rules.object().lime().number()));
        return card == null ? null : new Outcome.Applied(lime.stored(card));
    }

    private boolean limeHolds(String id, Fields fields) {
        LimeStore.Card card = lime.card(id);
        return card != null && card.fields().only(fields.names()).equals(fields);
    }

    private Outcome write(LinkId link, Order order) {
        return order.target() == Side.ERP ? toErp(link, order) : toLime(order);
    }

    private Outcome toErp(LinkId link, Order order) {
        return switch (order.action()) {
            case CREATE -> erp.create(order.fields(), link.value());
            case UPDATE -> erp.update(id(order), order.fields());
            case READ, PROBE -> erp.read(id(order));
        };
    }

    private Outcome toLime(Order order) {
        return switch (order.action()) {
            case CREATE -> lime.create(order.fields());
            case UPDATE -> lime.update(id(order), order.fields(), order.answerWith());
            case READ, PROBE -> lime.read(id(order));
        };
    }

    private static String id(Order order) {
        String id = order.id();
        if (id == null) {
            throw new Broken("no id in " + order);
        }
        return id;
    }
}

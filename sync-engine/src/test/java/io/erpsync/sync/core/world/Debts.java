package io.erpsync.sync.core.world;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.mapping.Canonical;
import io.erpsync.sync.core.mapping.MappedFields;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import java.util.Set;

/**
 * One edit leads to at most one write: a field may be written from its edit on, until it was
 * written and both sides hold the same; and once more after an attempt of unknown fate.
 */
record Debts(World world, Order order) {

    void check() {
        Set<String> written = MappedFields.of(order.target(), order.fields(), world.rules).names();
        boolean counts = order.action() == Action.UPDATE && !written.isEmpty();
        if (counts && written.stream().noneMatch(this::isOwed)) {
            throw new Broken("one edit leads to two writes: " + order);
        }
    }

    private boolean isOwed(String field) {
        return world.edits.owes(order.target(), field);
    }

    /** The write was carried out. */
    void settle(LinkId id) {
        Link link = world.there(id);
        RecordReference card = link.lime().reference();
        RecordReference customer = link.erp().reference();
        LimeStore.Card inLime = card == null ? null : world.lime.card(card.id());
        ErpStore.Customer inErp = customer == null ? null : world.erp.customer(customer.id());
        if (inLime == null || inErp == null) {
            return;
        }
        for (MappingEntry entry : world.rules.object().mapping()) {
            String property = String.valueOf(entry.lime());
            String field = order.target() == Side.LIME ? property : entry.erp();
            if (order.fields().has(field) && same(entry, inLime.fields(), inErp.fields())) {
                world.edits = world.edits.settled(order.target(), field);
            }
        }
    }

    private static boolean same(MappingEntry entry, Fields inLime, Fields inErp) {
        Value value = Canonical.of(inLime.get(String.valueOf(entry.lime())));
        return ErpStore.normalised(entry.erp(), value).equals(inErp.get(entry.erp()));
    }
}

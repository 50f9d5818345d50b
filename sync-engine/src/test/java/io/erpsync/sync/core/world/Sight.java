package io.erpsync.sync.core.world;

import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine gets to see of either system. */
record Sight(World world) {

    void card(String id) {
        world.lime.changed().remove(id);
        see(Side.LIME, world.lime.stored(world.lime.there(id)), null);
    }

    void oldCard(String id) {
        LimeStore.Card before = world.lime.there(id).before();
        if (before != null) {
            see(Side.LIME, world.lime.stored(before), null);
        }
    }

    void deletedCard(String id) {
        LimeStore.Card card = world.lime.deleted().get(id);
        if (card != null) {
            see(Side.LIME, world.lime.stored(card), null);
        }
    }

    void customer(String number) {
        world.erp.changed().remove(number);
        ErpStore.Customer customer = world.erp.there(number);
        see(Side.ERP, world.erp.stored(customer), customer.linkId());
    }

    void oldCustomer(String number) {
        ErpStore.Customer customer = world.erp.there(number);
        Fields before = customer.before();
        if (before != null) {
            Instant asOf = Instant.ofEpochSecond(customer.beforeAsOf());
            StoredRecord record = new StoredRecord(world.erp.reference(number), null, before, asOf);
            see(Side.ERP, record, customer.linkId());
        }
    }

    void laggingCustomer(String number) {
        StoredRecord record = world.erp.readLagging(number);
        if (record != null) {
            see(Side.ERP, record, world.erp.there(number).linkId());
        }
    }

    private void see(Side side, StoredRecord record, @Nullable String storedLinkId) {
        Link link = world.directory().of(side, record, storedLinkId);
        Event.Standing standing = standing(record.reference());
        world.decide(link, new Event.Seen(side, record, Urgency.BACKGROUND, standing));
    }

    private Event.Standing standing(RecordReference reference) {
        if (!world.old.contains(reference)) {
            return Event.Standing.NEW;
        }
        return world.saved.contains(reference.id())
                ? Event.Standing.EXISTED_BEFORE
                : Event.Standing.BASELINE;
    }

    void all() {
        List.copyOf(world.lime.ids()).forEach(this::card);
        List.copyOf(world.erp.numbers()).forEach(this::customer);
        whatIsGone();
    }

    /** What a poll brings: what was saved since, and the cards that ask for a sync. */
    void poll() {
        for (String id : List.copyOf(world.lime.ids())) {
            LimeStatus status = world.lime.status(id);
            if (world.lime.changed().contains(id)
                    || status.asks()
                    || status == LimeStatus.INPROCESS) {
                card(id);
            }
        }
        List.copyOf(world.erp.changed()).forEach(this::customer);
        whatIsGone();
    }

    void whatIsGone() {
        for (Link link : List.copyOf(world.links.values())) {
            RecordReference card = link.lime().reference();
            boolean closed = link.phase() instanceof Phase.Closed;
            if (card != null && world.lime.card(card.id()) == null && !closed) {
                world.decide(link, new Event.Gone(Side.LIME, card, World.NOW));
            }
            RecordReference customer = link.erp().reference();
            if (customer != null
                    && link.erp().wasSeen()
                    && world.erp.customer(customer.id()) == null
                    && !closed) {
                world.decide(world.there(link.id()), new Event.Gone(Side.ERP, customer, World.NOW));
            }
        }
    }
}

package io.erpsync.sync.topology;

import io.erpsync.model.LinkId;
import io.erpsync.model.Outcome;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.topics.Keys;
import io.erpsync.sync.core.decide.Contest;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Work;
import io.erpsync.sync.core.release.Gate;
import io.erpsync.sync.meter.EngineMeters;
import io.erpsync.sync.store.Agenda;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.LinkEntry;
import io.erpsync.sync.translate.CommandTranslator;
import io.erpsync.sync.translate.HistoryTranslator;
import io.erpsync.sync.translate.HistoryTranslator.Origin;
import io.erpsync.sync.translate.LinkTranslator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has one event decided on for one link, keeps the outcome and sends what it asks for. */
final class LinkDesk {

    private final EngineStores stores;
    private final Publisher publisher;
    private final EngineMeters meters;
    private final BrakeDesk brakes;
    private final GuardedDecision core = new GuardedDecision();

    LinkDesk(EngineStores stores, Publisher publisher, EngineMeters meters) {
        this.meters = meters;
        this.stores = stores;
        this.publisher = publisher;
        this.brakes = new BrakeDesk(stores, publisher);
    }

    /** Where an event came from; {@code incoming} is null for what time brings. */
    record Cause(@Nullable Incoming incoming, String correlation, String causation) {

        String place() {
            return incoming == null ? "time" : incoming.place();
        }
    }

    void decide(LinkEntry entry, Event event, Scene scene, Cause cause, Instant now) {
        Decision decision = core.of(entry.link(), event, scene.rules(), scene.directory());
        Order wanted = decision.order();
        if (wanted != null && brakes.stops(wanted, decision.link().confirmed(), scene, now)) {
            decide(entry, new Event.Braked(now), scene, cause, now);
            return;
        }
        Link before = entry.link();
        Link after = decision.link();
        String correlation = correlation(entry, event, cause);
        claim(before, after, now);
        brakes.countLinked(before, after);
        LinkEntry kept =
                publish(reschedule(entry, after, correlation), decision, scene, cause, now);
        stores.links().put(kept);
        stores.tallies().moved(after.connection(), entry, kept);
        forgetWhatIsGone(before, event, after, scene);
        count(decision, cause);
        Order order = decision.order();
        if (order != null) {
            stores.gates()
                    .put(
                            after.connection(),
                            stores.gates()
                                    .get(after.connection())
                                    .sent(order.target(), order.command().value()));
            publisher.command(order, after, scene, correlation, cause.causation(), now);
            meters.commanded(
                    CommandTranslator.target(order, scene.connection()).value(), order.action());
        }
        Origin origin =
                new Origin(
                        event.getClass().getSimpleName(),
                        cause.place(),
                        correlation,
                        cause.causation());
        publisher.history(
                HistoryTranslator.entry(
                        before, after, decision.account(), order, scene.rules(), origin, now),
                after.connection(),
                after.id(),
                now);
        Contest.notices(before, after, scene.rules(), scene.directory())
                .forEach(notice -> tell(notice, after, scene, cause, now));
    }

    /**
     * A record that a system does not have is no candidate for another: lists tell only of what
     * there is.
     */
    private void forgetWhatIsGone(Link before, Event event, Link after, Scene scene) {
        boolean absent =
                event instanceof Event.Answered answered
                        && answered.outcome() instanceof Outcome.Absent
                        && before.phase() instanceof Phase.Open
                        && !(after.phase() instanceof Phase.Waiting);
        if (!absent || !(before.phase() instanceof Phase.Open open)) {
            return;
        }
        Side side = open.work().target();
        RecordReference own = before.side(side).reference();
        String id =
                open.work() instanceof Work.LookInErp look
                        ? look.number()
                        : own == null ? "" : own.id();
        if (!id.isEmpty()) {
            stores.directory().remove(scene.connection().name(), side, id);
        }
    }

    /** What was decided on one link concerns another. */
    private void tell(Contest.Notice notice, Link teller, Scene scene, Cause cause, Instant now) {
        LinkEntry holder = stores.links().get(teller.connection(), notice.holder());
        if (holder != null) {
            decide(holder, notice.event(), scene, cause, now);
        }
    }

    private void count(Decision decision, Cause cause) {
        Account.Kind kind = decision.account().kind();
        Problem problem = decision.link().problem();
        Enum<?> reason =
                kind == Account.Kind.DEAD_LETTER && problem != null
                        ? problem.reason()
                        : decision.account().why();
        Incoming incoming = cause.incoming();
        if (incoming == null) {
            meters.ended(EngineMeters.TIME, kind, reason);
        } else {
            incoming.reckoning().decided(kind, reason);
        }
    }

    /** A change begins a journey; what follows from it belongs to the same one. */
    private static String correlation(LinkEntry entry, Event event, Cause cause) {
        boolean begins = event instanceof Event.Seen && entry.link().phase() instanceof Phase.Idle;
        return begins || entry.correlation().isEmpty() ? cause.correlation() : entry.correlation();
    }

    private void claim(Link before, Link after, Instant now) {
        absorb(after, now);
        for (Side side : Side.values()) {
            stores.owners()
                    .claim(
                            after.connection(),
                            after.id(),
                            before.side(side).reference(),
                            after.side(side).reference());
        }
    }

    /**
     * A note of a record without a counterpart, or a link that has ended, gives it up to the link
     * that has the counterpart.
     */
    private void absorb(Link link, Instant now) {
        RecordReference erp = link.erp().reference();
        RecordReference card = link.lime().reference();
        if (erp == null || card == null) {
            return;
        }
        absorb(link, erp, now);
        absorb(link, card, now);
    }

    private void absorb(Link link, RecordReference reference, Instant now) {
        LinkId owner = stores.owners().owner(link.connection(), reference);
        if (owner == null || owner.equals(link.id())) {
            return;
        }
        LinkEntry former = stores.links().get(link.connection(), owner);
        boolean card = reference.system().equals(SystemName.LIME);
        boolean loose =
                card
                        ? former == null || StoredDirectory.isLooseCard(former)
                        : StoredDirectory.isLoose(stores, link.connection(), owner);
        if (former != null && former.link().phase() instanceof Phase.Closed) {
            stores.owners().release(link.connection(), reference);
        } else if (loose) {
            if (former != null && former.deadLetter()) {
                publisher.deadLetter(Keys.ofLink(link.connection(), owner), null, now);
            }
            stores.tallies().moved(link.connection(), former, null);
            stores.owners().release(link.connection(), reference);
            stores.links().delete(link.connection(), owner);
            publisher.forget(link.connection(), owner, now);
        }
    }

    private LinkEntry reschedule(LinkEntry entry, Link after, String correlation) {
        if (after.phase().equals(entry.link().phase())
                && after.urgency() == entry.link().urgency()) {
            return new LinkEntry(
                    after,
                    entry.queueKey(),
                    entry.dueKey(),
                    entry.published(),
                    entry.deadLetter(),
                    correlation);
        }
        stores.agenda().dequeue(entry.queueKey());
        stores.agenda().forget(entry.dueKey());
        Agenda.Entry item = new Agenda.Entry(after.connection(), after.id());
        String queueKey = null;
        String dueKey = null;
        switch (after.phase()) {
            case Phase.Ready ready -> queueKey = enqueue(item, ready, after);
            case Phase.Settling settling -> dueKey = stores.agenda().remind(item, settling.until());
            case Phase.Waiting waiting -> dueKey = stores.agenda().remind(item, waiting.until());
            case Phase.Idle _, Phase.Open _, Phase.Parked _, Phase.Closed _ -> {}
        }
        return new LinkEntry(
                after, queueKey, dueKey, entry.published(), entry.deadLetter(), correlation);
    }

    private String enqueue(Agenda.Entry item, Phase.Ready ready, Link link) {
        Gate gate = stores.gates().get(item.connection()).queued();
        stores.gates().put(item.connection(), gate);
        return stores.agenda()
                .enqueue(item, ready.work().target(), link.urgency(), gate.sequence());
    }

    private LinkEntry publish(
            LinkEntry entry, Decision decision, Scene scene, Cause cause, Instant now) {
        Link link = entry.link();
        boolean deadLetter = entry.deadLetter();
        String key = Keys.ofLink(link.connection(), link.id());
        if (decision.account().kind() == Account.Kind.DEAD_LETTER && link.problem() != null) {
            publisher.deadLetter(
                    key,
                    DeadLetters.ofLink(link, link.problem(), scene.rules(), cause.incoming(), now),
                    now);
            deadLetter = true;
        } else if (deadLetter && link.problem() == null) {
            publisher.deadLetter(key, null, now);
            deadLetter = false;
        }
        LinkState state = LinkTranslator.state(link, scene.rules(), now);
        String digest = LinkTranslator.digest(state);
        if (!digest.equals(entry.published())) {
            publisher.link(state, link, now);
        }
        return new LinkEntry(
                link, entry.queueKey(), entry.dueKey(), digest, deadLetter, entry.correlation());
    }
}

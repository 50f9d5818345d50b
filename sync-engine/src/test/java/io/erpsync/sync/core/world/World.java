package io.erpsync.sync.core.world;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.decide.Contest;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.world.Edits.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lime, an ERP and the engine's links between them. Nothing happens by itself: users act, the
 * engine sees, commands are carried out, results arrive, time passes, each when the test says so;
 * {@link #run} does whatever is left to do until nothing is. Every decision is checked by {@link
 * Watch}.
 */
public final class World {

    public static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    final Rules rules;
    final Deciding deciding;
    final LimeStore lime;
    final ErpStore erp;
    final TreeMap<LinkId, Link> links;
    final TreeMap<LinkId, Flight> flights;
    final List<Flight> late;
    final Set<RecordReference> old;
    final SortedSet<String> saved;
    @Nullable Flight lastDelivered;
    Edits edits;
    boolean indexLoaded = true;

    /** What was decided, newest last; not part of a copy. */
    private final Journal journal = new Journal();

    public World(Rules rules, Deciding deciding, Temper temper) {
        this.rules = rules;
        this.deciding = deciding;
        this.lime = new LimeStore(rules.object(), temper.flipsInProcess());
        this.erp = new ErpStore(rules, temper.coarseErpClock());
        this.links = new TreeMap<>();
        this.flights = new TreeMap<>();
        this.late = new ArrayList<>();
        this.old = new HashSet<>();
        this.saved = new TreeSet<>();
        this.edits = Edits.NONE;
    }

    private World(World other) {
        this.rules = other.rules;
        this.deciding = other.deciding;
        this.lime = other.lime.copy();
        this.erp = other.erp.copy();
        this.links = new TreeMap<>(other.links);
        this.flights = new TreeMap<>(other.flights);
        this.late = new ArrayList<>(other.late);
        this.old = other.old;
        this.saved = new TreeSet<>(other.saved);
        this.lastDelivered = other.lastDelivered;
        this.edits = other.edits;
        this.indexLoaded = other.indexLoaded;
    }

    public World copy() {
        return new World(this);
    }

    public Rules rules() {
        return rules;
    }

    public LimeStore lime() {
        return lime;
    }

    public ErpStore erp() {
        return erp;
    }

    public Edits edits() {
        return edits;
    }

    public Collection<Link> links() {
        return links.values();
    }

    public Link link() {
        return links.values().iterator().next();
    }

    /** Whether there was a customer when the connection went live. */
    public boolean existedInErp() {
        return old.stream().anyMatch(reference -> reference.type().equals("customer"));
    }

    /** Whether all of the link's records were there when the connection went live. */
    boolean existedBefore(Link link) {
        RecordReference card = link.lime().reference();
        RecordReference customer = link.erp().reference();
        return (card == null || old.contains(card)) && (customer == null || old.contains(customer));
    }

    public boolean isUnderWay(LinkId link) {
        return flights.containsKey(link);
    }

    public boolean hasLate() {
        return !late.isEmpty();
    }

    public Journal journal() {
        return journal;
    }

    public String addCard(Fields fields) {
        String id = lime.add(fields);
        LimeStatus status = lime.status(id);
        if (status.asks() || status == LimeStatus.INPROCESS) {
            edits = anew(Mark.SAVED);
        }
        return id;
    }

    /** Where one card may be found for it, the two meet in a first exchange. */
    public String addCustomer(Fields fields) {
        if (rules.object().matching() == Matching.LINK) {
            edits = anew(Mark.SAVED);
        }
        return erp.add(fields, null);
    }

    public void editCard(String id, String property, String value) {
        edits = edits.with(Side.LIME, property, Value.text(value));
        for (MappingEntry entry : rules.object().mapping()) {
            if (property.equals(entry.lime())) {
                edits = edits.owingMore(Side.ERP, entry.erp());
            }
        }
        if (!rules.object().directions().mayUpdateFrom(Side.LIME)) {
            edits = edits.owingMore(Side.LIME, property);
        }
        lime.edit(id, Fields.NONE.with(property, Value.text(value)));
    }

    /** A user's save of several properties at once, the sync's own among them. */
    public void saveCard(String id, Fields changes) {
        edits = anew(Mark.SAVED);
        lime.edit(id, changes);
    }

    public void press(String id) {
        edits = anew(Mark.ASKED);
        lime.press(id);
    }

    public void editCustomer(String number, String field, String value) {
        Value stored = ErpStore.normalised(field, Value.text(value));
        edits = edits.with(Side.ERP, field, stored);
        for (MappingEntry entry : rules.object().mapping()) {
            if (field.equals(entry.erp()) && entry.lime() != null) {
                edits = edits.owingMore(Side.LIME, entry.lime());
            }
        }
        if (isOldAndUnseen(number)) {
            edits = anew(Mark.UNSEEN);
        }
        saved.add(number);
        erp.edit(number, Fields.NONE.with(field, Value.text(value)));
    }

    /** A user gives the card another number. */
    public void renumber(String id, String number) {
        edits = anew(Mark.RENUMBERED);
        lime.edit(id, Fields.NONE.with(rules.object().lime().number(), Value.text(number)));
    }

    /** A user takes the number off the card. */
    public void emptyNumber(String id) {
        edits = edits.with(Mark.NUMBER_EMPTIED);
        lime.edit(id, Fields.NONE.with(rules.object().lime().number(), Value.empty()));
    }

    /** A user empties number and status together. */
    public void disconnect(String id) {
        edits = anew(Mark.PARTED);
        var own = rules.object().lime();
        lime.edit(
                id,
                Fields.NONE.with(own.number(), Value.empty()).with(own.status(), Value.empty()));
    }

    private boolean isOldAndUnseen(String number) {
        RecordReference reference = erp.reference(number);
        return old.contains(reference)
                && links.values().stream()
                        .noneMatch(
                                link ->
                                        reference.equals(link.erp().reference())
                                                && link.erp().wasSeen());
    }

    public void deleteCard(String id) {
        boolean known = directory().having(lime.reference(id)) != null;
        edits = edits.with(known ? Mark.CARD_DELETED : Mark.NEW_CARD_DELETED);
        lime.delete(id);
    }

    public void deleteCustomer(String number) {
        boolean known = directory().having(erp.reference(number)) != null;
        edits = edits.with(known ? Mark.CUSTOMER_DELETED : Mark.NEW_CUSTOMER_DELETED);
        erp.delete(number);
    }

    /** Every field may be written once more. */
    private Edits anew(Mark mark) {
        Edits next = edits.with(mark);
        for (MappingEntry entry : rules.object().mapping()) {
            next = next.owing(Side.ERP, entry.erp());
            next = entry.lime() == null ? next : next.owing(Side.LIME, entry.lime());
        }
        return next;
    }

    /** What exists now was there before the connection went live. */
    public void goLive() {
        lime.ids().forEach(id -> old.add(lime.reference(id)));
        erp.numbers().forEach(number -> old.add(erp.reference(number)));
        erp.list();
        saved.clear();
    }

    public void loadIndex(boolean loaded) {
        indexLoaded = loaded;
    }

    /** All that the engine remembers is lost; the systems stand as they are. */
    public void loseMemory() {
        links.clear();
        flights.clear();
        lastDelivered = null;
        goLive();
    }

    public void seeCard(String id) {
        sight().card(id);
    }

    public void seeOldCard(String id) {
        sight().oldCard(id);
    }

    /** The card was read before it was deleted, and the reading arrives after. */
    public void seeDeletedCard(String id) {
        sight().deletedCard(id);
    }

    /** What a poll does not find any more. */
    public void seeWhatIsGone() {
        sight().whatIsGone();
    }

    public void seeCustomer(String number) {
        sight().customer(number);
    }

    public void seeOldCustomer(String number) {
        sight().oldCustomer(number);
    }

    /** The ERP answers with what the customer was before its last change. */
    public void seeLaggingCustomer(String number) {
        edits = edits.with(Mark.LAGGED);
        sight().laggingCustomer(number);
    }

    /** Whether the ERP may still answer so. */
    public boolean mayLag(String number) {
        return erp.mayLag(number);
    }

    public void seeAll() {
        sight().all();
    }

    /** Both sides are seen once more, some time later. */
    public void seeAllLater() {
        erp.tick();
        sight().all();
    }

    /** What a poll brings: what was saved since, and the cards that ask for a sync. */
    public void poll() {
        sight().poll();
    }

    /** What is asked for when it cannot be done allows nothing. */
    public void request(LinkId id, Event event) {
        Link before = there(id);
        Link after = decide(before, event).link();
        boolean done = !after.phase().equals(before.phase()) || !after.erp().equals(before.erp());
        Mark mark = done ? mark(event) : null;
        if (mark != null) {
            edits = anew(mark);
        }
    }

    private static @Nullable Mark mark(Event event) {
        return switch (event) {
            case Event.ReplayAsked _, Event.SendNowAsked _ -> Mark.CONTROLLED;
            case Event.LinkAsked _ -> Mark.JOINED;
            case Event.UnlinkAsked _ -> Mark.PARTED;
            case Event.Braked _ -> Mark.BRAKED;
            case Event.BrakeDiscarded _ -> Mark.DISCARDED;
            case Event.BrakeReleased _,
                    Event.NumberContested _,
                    Event.NumberConceded _,
                    Event.Seen _,
                    Event.Gone _,
                    Event.Released _,
                    Event.Answered _,
                    Event.Due _ ->
                    null;
        };
    }

    /** A person asks for the failed step to be tried again. */
    public void replay(LinkId link) {
        request(link, new Event.ReplayAsked(NOW));
    }

    public void sendNow(LinkId link) {
        request(link, new Event.SendNowAsked(NOW));
    }

    /** A person says that the link's card and that customer are the same thing. */
    public void join(LinkId link, String number) {
        RecordReference card = there(link).lime().reference();
        if (card != null) {
            request(link, new Event.LinkAsked(card, erp.reference(number)));
        }
    }

    /** A person says that the link's records are not the same thing. */
    public void part(LinkId link) {
        request(link, new Event.UnlinkAsked());
    }

    /** The link's turn has come, and the brake holds its update. */
    public void brake(LinkId link) {
        request(link, new Event.Braked(NOW));
    }

    public void releaseBrake(LinkId link) {
        request(link, new Event.BrakeReleased());
    }

    public void discardBrake(LinkId link) {
        request(link, new Event.BrakeDiscarded());
    }

    /** The link's turn has come: its command goes out and meets {@code fault}. */
    public void carryOut(LinkId link, Fault fault) {
        traffic().carryOut(link, fault);
    }

    /** The result that is under way arrives. */
    public void deliver(LinkId link) {
        traffic().deliver(link);
    }

    /** A result that had arrived arrives once more. */
    public void deliverAgain() {
        traffic().deliverAgain();
    }

    /** The writer was restarted before its result was out, and carries the command out again. */
    public void restartWriter(LinkId link) {
        traffic().restartWriter(link);
    }

    /** A write whose answer was lost takes effect after all. */
    public void commitLate() {
        traffic().commitLate();
    }

    /** Long enough for everything that waits for a time. */
    public void passTime() {
        traffic().passTime();
    }

    private Sight sight() {
        return new Sight(this);
    }

    private Traffic traffic() {
        return new Traffic(this);
    }

    /** Whether the link's next command is an update that the brake counts. */
    public boolean wouldUpdate(LinkId id) {
        Order order =
                deciding.decide(there(id), new Event.Released(NOW), rules, directory()).order();
        return order != null
                && (order.cell() == MatrixCell.UPDATE_FROM_LIME
                        || order.cell() == MatrixCell.UPDATE_FROM_ERP);
    }

    public boolean waitsForTime() {
        return links.values().stream().anyMatch(Course::waitsForTime);
    }

    /** Whether a record that a link speaks of is no more. */
    public boolean missesAny() {
        return links.values().stream().anyMatch(this::misses);
    }

    private boolean misses(Link link) {
        RecordReference card = link.lime().reference();
        RecordReference customer = link.erp().reference();
        return (card != null && lime.card(card.id()) == null)
                || (customer != null && erp.customer(customer.id()) == null);
    }

    Decision decide(Link link, Event event) {
        Links directory = directory();
        Decision decision = deciding.decide(link, event, rules, directory);
        Watch.check(this, link, event, decision);
        directory.keep(decision.link());
        Watch.checkRepeat(this, decision.link());
        journal.add(decision);
        Contest.notices(link, decision.link(), rules, directory)
                .forEach(notice -> decide(there(notice.holder()), notice.event()));
        return decision;
    }

    Links directory() {
        return new Links(rules, lime, erp, links, indexLoaded);
    }

    Link there(LinkId id) {
        Link link = links.get(id);
        if (link == null) {
            throw new IllegalArgumentException("no link " + id);
        }
        return link;
    }

    /** Does whatever is left to do, without faults. */
    public World run() {
        for (int steps = 0; step(); steps++) {
            if (steps > 200) {
                throw new Broken("never comes to rest");
            }
        }
        return this;
    }

    /** One step towards rest; false when nothing is left to do. */
    public boolean step() {
        return new Course(this).step();
    }

    public boolean isAtRest() {
        return new Course(this).isAtRest();
    }
}

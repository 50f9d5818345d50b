package io.erpsync.sync.core.world;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.decide.Contest;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Rules;
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

    static final Instant NOW = Instant.ofEpochSecond(1_000_000);

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

    public boolean isUnderWay(LinkId link) {
        return flights.containsKey(link);
    }

    public boolean hasLate() {
        return !late.isEmpty();
    }

    public boolean hasDelivered() {
        return lastDelivered != null;
    }

    public Journal journal() {
        return journal;
    }

    public String addCard(Fields fields) {
        return lime.add(fields);
    }

    public String addCustomer(Fields fields) {
        return erp.add(fields, null);
    }

    public void editCard(String id, String property, String value) {
        edits = edits.with(Side.LIME, property, Value.text(value));
        lime.edit(id, Fields.NONE.with(property, Value.text(value)));
    }

    /** A user's save of several properties at once, the sync's own among them. */
    public void saveCard(String id, Fields changes) {
        lime.edit(id, changes);
    }

    public void press(String id) {
        edits = edits.withAsking();
        lime.press(id);
    }

    public void editCustomer(String number, String field, String value) {
        Value stored = ErpStore.normalised(field, Value.text(value));
        edits = edits.with(Side.ERP, field, stored);
        if (isOldAndUnseen(number)) {
            edits = edits.withUnseen();
        }
        saved.add(number);
        erp.edit(number, Fields.NONE.with(field, Value.text(value)));
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
        lime.delete(id);
    }

    public void deleteCustomer(String number) {
        erp.delete(number);
    }

    /** What exists now was there before the connection went live. */
    public void goLive() {
        lime.ids().forEach(id -> old.add(lime.reference(id)));
        erp.numbers().forEach(number -> old.add(erp.reference(number)));
        saved.clear();
    }

    public void loadIndex(boolean loaded) {
        indexLoaded = loaded;
    }

    /** All that the engine remembers is lost; the systems stand as they are. */
    public void loseMemory() {
        links.clear();
        flights.clear();
        goLive();
    }

    public void seeCard(String id) {
        sight().card(id);
    }

    public void seeOldCard(String id) {
        sight().oldCard(id);
    }

    public void seeCustomer(String number) {
        sight().customer(number);
    }

    public void seeOldCustomer(String number) {
        sight().oldCustomer(number);
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

    public void request(LinkId link, Event event) {
        decide(there(link), event);
    }

    /** A person asks for the failed step to be tried again. */
    public void replay(LinkId link) {
        request(link, new Event.ReplayAsked(NOW));
    }

    public void sendNow(LinkId link) {
        request(link, new Event.SendNowAsked(NOW));
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

    Decision decide(Link link, Event event) {
        Links directory = directory();
        Decision decision = deciding.decide(link, event, rules, directory);
        Watch.check(this, link, event, decision);
        directory.keep(decision.link());
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

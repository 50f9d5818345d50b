package io.erpsync.sync.core.explore;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Work;
import io.erpsync.sync.core.world.Edits.Mark;
import io.erpsync.sync.core.world.ErpStore;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.LimeStore;
import io.erpsync.sync.core.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything that may happen next in a world with one company in it. */
final class Moves {

    private final World world;
    private final boolean seldomToo;
    private final List<Move> moves = new ArrayList<>();

    private Moves(World world, boolean seldomToo) {
        this.world = world;
        this.seldomToo = seldomToo;
    }

    /**
     * @param mostSeldom how many of the things may happen on one way that a record meets once in
     *     years: deleted, renumbered, taken out, joined or parted by hand, held by the brake,
     *     answered with the past
     */
    static List<Move> of(World world, int mostSeldom) {
        Moves all = new Moves(world, world.edits().seldom() < mostSeldom);
        world.lime().ids().forEach(all::onCard);
        world.erp().numbers().forEach(all::onCustomer);
        world.links().forEach(all::onLink);
        all.inTime();
        return all.moves;
    }

    private void add(String name, Consumer<World> act) {
        moves.add(new Move(name, act));
    }

    private void addSeldom(String name, Consumer<World> act) {
        if (seldomToo) {
            add(name, act);
        }
    }

    private void onCard(String id) {
        LimeStore.Card card = world.lime().card(id);
        if (card == null) {
            return;
        }
        Fields fields = card.fields();
        String name = other(fields.get("name").shown(), "L1", "L2");
        add("card name " + name, next -> next.editCard(id, "name", name));
        onCity(
                fields.get("city"),
                "l1",
                (what, city) -> add("card city " + what, next -> next.editCard(id, "city", city)));
        LimeStatus status = world.lime().status(id);
        if (status == LimeStatus.EMPTY || status == LimeStatus.ERROR) {
            add("button", next -> next.press(id));
        }
        if (status == LimeStatus.ERROR || status == LimeStatus.SYNCED) {
            onNumber(id, fields.get("erp_id").shown());
        }
        // A card that was created without the engine knowing is found by its number alone.
        if (status == LimeStatus.SYNCED && isKnown() && !fields.get("erp_id").isEmpty()) {
            addSeldom("number emptied", next -> next.emptyNumber(id));
        }
        if (world.lime().deleted().isEmpty()) {
            addSeldom("card deleted", next -> next.deleteCard(id));
        }
        add("see card", next -> next.seeCard(id));
        if (card.before() != null) {
            add("see old card", next -> next.seeOldCard(id));
        }
    }

    private void onNumber(String id, String number) {
        if (!number.isEmpty() && isKnown() && !world.edits().has(Mark.RENUMBERED)) {
            addSeldom("number changed", next -> next.renumber(id, "77"));
        }
        if (!number.isEmpty() && isKnown() && !world.edits().has(Mark.PARTED)) {
            addSeldom("disconnected", next -> next.disconnect(id));
        }
        if (number.equals("77")) {
            add("number mended", next -> next.renumber(id, "1"));
        }
    }

    private boolean isKnown() {
        return world.links().stream().anyMatch(link -> link.lime().exists());
    }

    private void onCustomer(String number) {
        ErpStore.Customer customer = world.erp().customer(number);
        if (customer == null) {
            return;
        }
        String name = other(customer.fields().get("Name").shown(), "E1", "E2");
        add("customer Name " + name, next -> next.editCustomer(number, "Name", name));
        onCity(
                customer.fields().get("City"),
                "E1",
                (what, city) ->
                        add(
                                "customer City " + what,
                                next -> next.editCustomer(number, "City", city)));
        boolean deleted =
                world.edits().has(Mark.CUSTOMER_DELETED)
                        || world.edits().has(Mark.NEW_CUSTOMER_DELETED);
        if (!deleted) {
            addSeldom("customer deleted", next -> next.deleteCustomer(number));
        }
        add("see customer", next -> next.seeCustomer(number));
        if (customer.before() != null) {
            add("see old customer", next -> next.seeOldCustomer(number));
        }
        if (world.mayLag(number)) {
            addSeldom("see lagging customer", next -> next.seeLaggingCustomer(number));
        }
    }

    /** One new value, and none: what else may happen to a field happens to the name. */
    private static void onCity(Value now, String other, BiConsumer<String, String> edit) {
        if (!now.shown().equals(other)) {
            edit.accept(other, other);
        }
        if (!now.isEmpty()) {
            edit.accept("emptied", "");
        }
    }

    private static String other(String now, String one, String two) {
        return now.equals(one) ? two : one;
    }

    private void onLink(Link link) {
        LinkId id = link.id();
        if (world.isUnderWay(id)) {
            add("result", next -> next.deliver(id));
            add("writer restarts", next -> next.restartWriter(id));
        }
        if (link.phase() instanceof Phase.Ready(Work work, _)) {
            add("command", next -> next.carryOut(id, Fault.NONE));
            faults(work).forEach(fault -> add("command " + fault, next -> fail(next, id, fault)));
            if (!isRead(work)) {
                add(
                        "command UNKNOWN_WRITTEN, no answer yet",
                        next -> next.carryOut(id, Fault.UNKNOWN_WRITTEN));
            }
            if (seldomToo && world.wouldUpdate(id)) {
                add("brake", next -> next.brake(id));
            }
        }
        if (link.phase() instanceof Phase.Waiting waiting && waiting.reason() == Reason.BRAKE) {
            add("brake released", next -> next.releaseBrake(id));
            add("brake discarded", next -> next.discardBrake(id));
        }
        if (link.lime().exists()) {
            onPair(link);
        }
        add("replay", next -> next.replay(id));
        add("send now", next -> next.sendNow(id));
    }

    private void onPair(Link link) {
        LinkId id = link.id();
        boolean closed = link.phase() instanceof Phase.Closed;
        if (link.erp().exists() && !closed && !world.edits().has(Mark.PARTED)) {
            addSeldom("unlink", next -> next.part(id));
        }
        for (String number : world.erp().numbers()) {
            RecordReference erp = link.erp().reference();
            boolean theirs = erp != null && erp.id().equals(number);
            if ((closed || !theirs) && !world.edits().has(Mark.JOINED)) {
                addSeldom("link", next -> next.join(id, number));
            }
        }
    }

    private static void fail(World world, LinkId id, Fault fault) {
        world.carryOut(id, fault);
        world.deliver(id);
    }

    private List<Fault> faults(Work work) {
        if (isRead(work)) {
            boolean mayLag =
                    seldomToo
                            && work.target() == Side.ERP
                            && world.erp().numbers().stream().anyMatch(world::mayLag);
            return mayLag
                    ? List.of(Fault.UNAVAILABLE, Fault.REFUSED, Fault.STALE)
                    : List.of(Fault.UNAVAILABLE, Fault.REFUSED);
        }
        List<Fault> faults =
                new ArrayList<>(
                        List.of(
                                Fault.UNAVAILABLE,
                                Fault.REFUSED,
                                Fault.UNKNOWN_LOST,
                                Fault.UNKNOWN_WRITTEN,
                                Fault.UNKNOWN_LATE));
        if (work instanceof Work.UpdateInErp && world.rules().erp().optimisticLock()) {
            faults.add(Fault.CONFLICT);
        }
        return faults;
    }

    private static boolean isRead(Work work) {
        return work instanceof Work.ReadErp
                || work instanceof Work.ReadLime
                || work instanceof Work.LookInErp;
    }

    private void inTime() {
        if (world.lime().changed().size() + world.erp().changed().size() > 1) {
            add("poll", World::poll);
        }
        if (world.missesAny()) {
            add("see what is gone", World::seeWhatIsGone);
        }
        for (String id : world.lime().deleted().keySet()) {
            add("see deleted card", next -> next.seeDeletedCard(id));
        }
        if (world.hasLate()) {
            add("late write", World::commitLate);
        }
        if (world.waitsForTime()) {
            add("time passes", World::passTime);
        }
    }
}

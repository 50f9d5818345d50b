package io.erpsync.sync.core.explore;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Work;
import io.erpsync.sync.core.world.ErpStore;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.LimeStore;
import io.erpsync.sync.core.world.World;
import java.util.ArrayList;
import java.util.List;

/** Everything that may happen next in a world with one company in it. */
final class Moves {

    private final World world;
    private final List<Move> moves = new ArrayList<>();

    private Moves(World world) {
        this.world = world;
    }

    static List<Move> of(World world) {
        Moves all = new Moves(world);
        world.lime().ids().forEach(all::onCard);
        world.erp().numbers().forEach(all::onCustomer);
        world.links().forEach(all::onLink);
        all.inTime();
        return all.moves;
    }

    private void add(String name, java.util.function.Consumer<World> act) {
        moves.add(new Move(name, act));
    }

    private void onCard(String id) {
        LimeStore.Card card = world.lime().card(id);
        if (card == null) {
            return;
        }
        Fields fields = card.fields();
        String name = other(fields.get("name").shown(), "L1", "L2");
        add("card name " + name, next -> next.editCard(id, "name", name));
        String city = other(fields.get("city").shown(), "l1", "l2");
        add("card city " + city, next -> next.editCard(id, "city", city));
        if (!fields.get("city").isEmpty()) {
            add("card city emptied", next -> next.editCard(id, "city", ""));
        }
        LimeStatus status = world.lime().status(id);
        if (status == LimeStatus.EMPTY || status == LimeStatus.ERROR) {
            add("button", next -> next.press(id));
        }
        // A card that was created without the engine knowing is found by its number alone.
        if (status == LimeStatus.SYNCED && isKnown() && !fields.get("erp_id").isEmpty()) {
            Fields emptied = Fields.NONE.with("erp_id", io.erpsync.model.Value.empty());
            add("number emptied", next -> next.saveCard(id, emptied));
        }
        add("see card", next -> next.seeCard(id));
        if (card.before() != null) {
            add("see old card", next -> next.seeOldCard(id));
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
        String city = other(customer.fields().get("City").shown(), "E1", "E2");
        add("customer City " + city, next -> next.editCustomer(number, "City", city));
        add("see customer", next -> next.seeCustomer(number));
        if (customer.before() != null) {
            add("see old customer", next -> next.seeOldCustomer(number));
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
        }
        boolean atRest = link.phase() instanceof Phase.Idle || link.phase() instanceof Phase.Parked;
        if (atRest && link.problem() != null) {
            add("replay", next -> next.replay(id));
        }
        if (atRest && link.lime().wasSeen()) {
            add("send now", next -> next.sendNow(id));
        }
    }

    private static void fail(World world, LinkId id, Fault fault) {
        world.carryOut(id, fault);
        world.deliver(id);
    }

    private List<Fault> faults(Work work) {
        boolean reads =
                work instanceof Work.ReadErp
                        || work instanceof Work.ReadLime
                        || work instanceof Work.LookInErp;
        if (reads) {
            return List.of(Fault.UNAVAILABLE);
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

    private void inTime() {
        if (world.hasLate()) {
            add("late write", World::commitLate);
        }
        boolean waits =
                world.links().stream()
                        .anyMatch(
                                link ->
                                        link.phase() instanceof Phase.Settling
                                                || link.phase() instanceof Phase.Waiting);
        if (waits) {
            add("time passes", World::passTime);
        }
        if (world.hasDelivered()) {
            add("result again", World::deliverAgain);
        }
    }
}

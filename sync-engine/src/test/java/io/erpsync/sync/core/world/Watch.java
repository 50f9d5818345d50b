package io.erpsync.sync.core.world;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Action;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.mapping.MappedFields;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.model.Work;
import org.jspecify.annotations.Nullable;

/** What must hold of every single decision. */
final class Watch {

    private final World world;
    private final Link before;
    private final Decision decision;

    private Watch(World world, Link before, Decision decision) {
        this.world = world;
        this.before = before;
        this.decision = decision;
    }

    static void check(World world, Link before, Event event, Decision decision) {
        Watch watch = new Watch(world, before, decision);
        watch.account();
        Order order = decision.order();
        if (order != null) {
            watch.alone(event, order);
            watch.firstContact(order);
            watch.statusMove(order);
            watch.cell(order);
            watch.create(order);
            watch.causes(order);
        }
    }

    /** Whatever the link is at, a result that had arrived does nothing when it arrives again. */
    static void checkRepeat(World world, Link link) {
        Flight last = world.lastDelivered;
        if (last != null && last.link().equals(link.id())) {
            Decision again =
                    world.deciding.decide(link, last.answer(), world.rules, world.directory());
            Watch watch = new Watch(world, link, again);
            watch.must(again.order() == null, "a result that arrives again sends something");
            watch.must(again.link().equals(link), "a result that arrives again does something");
        }
    }

    private void account() {
        Kind kind = decision.account().kind();
        Phase phase = decision.link().phase();
        must((kind == Kind.COMMAND) == (decision.order() != null), "a command is an order");
        boolean works =
                phase instanceof Phase.Ready
                        || phase instanceof Phase.Open
                        || phase instanceof Phase.Settling
                        || phase instanceof Phase.Waiting;
        must(kind != Kind.HOLD || works, "a hold ends later by itself");
        must(
                kind != Kind.DEAD_LETTER || decision.link().problem() != null,
                "a dead letter has its reason");
        boolean begins = phase instanceof Phase.Ready && !(before.phase() instanceof Phase.Ready);
        must(kind != Kind.SKIP || !begins, "work to come is no skip");
        must(decision.link().id().equals(before.id()), "a link keeps its id");
    }

    private void alone(Event event, Order order) {
        must(event instanceof Event.Released, "commands are computed when they are released");
        must(before.phase() instanceof Phase.Ready, "only a link that waits is released");
        must(!world.flights.containsKey(before.id()), "one command in flight per link");
        must(
                world.late.stream().noneMatch(flight -> flight.link().equals(before.id())),
                "nothing is sent while a write may still take effect");
        must(
                decision.link().phase() instanceof Phase.Open open
                        && open.command().equals(order.command()),
                "a command that is out is awaited");
        must(
                decision.link().sequence() == before.sequence() + 1,
                "every command has an id of its own");
    }

    /** What was there before is not written to by being met. */
    private void firstContact(Order order) {
        must(
                order.action() == Action.READ
                        || !world.edits.isNone()
                        || !world.existedBefore(before),
                "a first contact is taken for a change");
    }

    private void statusMove(Order order) {
        String property = rules().object().lime().status();
        if (order.target() != Side.LIME || !order.fields().has(property)) {
            return;
        }
        LimeStatus next = LimeStatus.of(order.fields().get(property));
        LimeStatus last = LimeStatus.of(before.lime().get(property));
        if (order.action() == Action.CREATE) {
            must(next == LimeStatus.SYNCED, "a card from the ERP begins as synced");
        } else {
            if (!last.mayBeMovedByUsTo(next)) {
                throw broken("status moves from " + last + " to " + next);
            }
        }
        boolean data = !MappedFields.of(Side.LIME, order.fields(), rules()).isEmpty();
        must(!data || order.action() == Action.CREATE, "a status write carries no data");
    }

    private void cell(Order order) {
        boolean data = !MappedFields.of(order.target(), order.fields(), rules()).isEmpty();
        MatrixCell needed =
                switch (order.action()) {
                    case CREATE ->
                            order.target() == Side.ERP
                                    ? MatrixCell.CREATE_FROM_LIME
                                    : MatrixCell.CREATE_FROM_ERP;
                    case UPDATE ->
                            order.target() == Side.ERP
                                    ? MatrixCell.UPDATE_FROM_LIME
                                    : data ? MatrixCell.UPDATE_FROM_ERP : MatrixCell.ANSWER;
                    case READ, PROBE -> MatrixCell.NONE;
                };
        if (order.cell() != needed) {
            throw broken("the cell of " + order + " is " + needed);
        }
        must(rules().object().directions().opens(needed), "a closed direction is written");
        must(
                needed != MatrixCell.UPDATE_FROM_LIME || !order.fields().isEmpty(),
                "an update says something");
    }

    private void create(Order order) {
        Round round = round();
        if (round == null || order.target() != Side.ERP || order.action() == Action.READ) {
            return;
        }
        var own = rules().object().lime();
        must(
                LimeStatus.of(round.snapshot().get(own.status())) == LimeStatus.INPROCESS,
                "inprocess is written before the ERP is");
        must(
                order.action() != Action.CREATE || round.snapshot().get(own.number()).isEmpty(),
                "a number on the card never leads to a create");
    }

    private @Nullable Round round() {
        return before.phase() instanceof Phase.Ready(Work work, _)
                ? switch (work) {
                    case Work.CreateInErp(Round round) -> round;
                    case Work.UpdateInErp(Round round) -> round;
                    case Work.LookInErp _,
                            Work.WriteToLime _,
                            Work.Answer _,
                            Work.Ask _,
                            Work.TakeIn _,
                            Work.Flag _,
                            Work.CreateInLime _,
                            Work.ReadLime _,
                            Work.ReadErp _,
                            Work.Note _,
                            Work.RestoreNumber _ ->
                            null;
                }
                : null;
    }

    /** A value travels only because somebody set it, or because two records meet. */
    private void causes(Order order) {
        if (order.action() != Action.UPDATE) {
            return;
        }
        for (MappingEntry entry : rules().object().mapping()) {
            String property = entry.lime();
            if (property == null) {
                continue;
            }
            if (order.target() == Side.LIME && order.fields().has(property)) {
                boolean cause =
                        world.edits.touched(Side.ERP, entry.erp())
                                || (world.edits.touched(Side.LIME, property)
                                        && !rules().object().directions().mayUpdateFrom(Side.LIME));
                must(cause || isFirstExchange(entry, property), "an echo writes to Lime");
            }
            if (order.target() == Side.ERP && order.fields().has(entry.erp()) && isTwoWay()) {
                Round round = round();
                boolean cause =
                        world.edits.touched(Side.LIME, property)
                                || (round != null && round.whole());
                must(cause || isFirstExchange(entry, property), "an echo writes to the ERP");
                Value value = order.fields().get(entry.erp());
                must(
                        !value.isEmpty() || world.edits.touched(Side.LIME, property),
                        "nobody emptied what is emptied");
            }
        }
    }

    private boolean isFirstExchange(MappingEntry entry, String property) {
        return !before.lime().agreed().has(property) || !before.erp().agreed().has(entry.erp());
    }

    private boolean isTwoWay() {
        return rules().object().directions().updateFrom().size() == 2;
    }

    private Rules rules() {
        return world.rules;
    }

    private void must(boolean holds, String what) {
        if (!holds) {
            throw broken(what);
        }
    }

    private Broken broken(String what) {
        return new Broken(what + "; " + decision.account() + " on " + before);
    }
}

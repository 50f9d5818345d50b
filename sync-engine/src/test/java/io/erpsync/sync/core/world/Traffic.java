package io.erpsync.sync.core.world;

import io.erpsync.model.Action;
import io.erpsync.model.LinkId;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.sync.core.mapping.MappedFields;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import java.time.Instant;
import java.util.List;

/** What becomes of commands between the engine and the systems. */
record Traffic(World world) {

    /** The link's turn has come: its command goes out and meets {@code fault}. */
    void carryOut(LinkId id, Fault fault) {
        Order order = world.decide(world.there(id), new Event.Released(World.NOW)).order();
        if (order == null) {
            return;
        }
        Outcome outcome = attempt(id, order, fault);
        Event.Answered answer = new Event.Answered(order.command(), outcome, World.NOW, World.NOW);
        world.flights.put(id, new Flight(id, order, answer));
    }

    private Outcome attempt(LinkId id, Order order, Fault fault) {
        return switch (fault) {
            case NONE -> carriedOut(id, order);
            case UNAVAILABLE ->
                    new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "closed for today");
            case REFUSED -> refused(id, order);
            case STALE -> stale(order);
            case CONFLICT -> new Outcome.Conflict("changed by somebody else");
            case UNKNOWN_LOST -> unknown(order);
            case UNKNOWN_WRITTEN -> {
                Outcome _ = carriedOut(id, order);
                yield unknown(order);
            }
            case UNKNOWN_LATE -> later(id, order);
        };
    }

    private Outcome stale(Order order) {
        boolean reads = order.target() == Side.ERP && order.action() == Action.READ;
        world.edits = world.edits.with(Edits.Mark.LAGGED);
        StoredRecord record = reads ? world.erp.readLagging(String.valueOf(order.id())) : null;
        return record == null
                ? new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "no copy")
                : new Outcome.Applied(record);
    }

    /** What was not answered may be written once more. */
    private Outcome unknown(Order order) {
        for (String field : MappedFields.of(order.target(), order.fields(), world.rules).names()) {
            world.edits = world.edits.owing(order.target(), field);
        }
        return new Outcome.Unknown("no answer");
    }

    private Outcome carriedOut(LinkId id, Order order) {
        boolean done = order.attemptedSince() != null && targets().look(id, order) != null;
        Outcome outcome = targets().carryOut(id, order);
        if (outcome instanceof Outcome.Applied) {
            Debts debts = new Debts(world, order);
            if (!done) {
                debts.check();
            }
            debts.settle(id);
        }
        return outcome;
    }

    /** What was carried out already is found by the look and not sent to be refused. */
    private Outcome refused(LinkId id, Order order) {
        Outcome found = order.attemptedSince() == null ? null : targets().look(id, order);
        if (found != null) {
            return found;
        }
        world.edits = world.edits.with(Edits.Mark.REFUSED);
        return new Outcome.Refused(Reason.INVALID_VALUE, null, "no such value");
    }

    /** A writer that looks first and finds its write sends none that could come later. */
    private Outcome later(LinkId id, Order order) {
        Outcome unknown = unknown(order);
        if (order.attemptedSince() == null || targets().look(id, order) == null) {
            Event.Answered answer =
                    new Event.Answered(order.command(), unknown, World.NOW, World.NOW);
            world.late.add(new Flight(id, order, answer));
        }
        return unknown;
    }

    private Targets targets() {
        return new Targets(world.rules, world.lime, world.erp);
    }

    /** The result that is under way arrives. */
    void deliver(LinkId id) {
        Flight flight = world.flights.remove(id);
        if (flight != null) {
            world.lastDelivered = flight;
            world.decide(world.there(id), flight.answer());
        }
    }

    /** A result that had arrived arrives once more. */
    void deliverAgain() {
        Flight flight = world.lastDelivered;
        if (flight != null && world.links.containsKey(flight.link())) {
            world.decide(world.there(flight.link()), flight.answer());
        }
    }

    /** The writer was restarted before its result was out, and carries the command out again. */
    void restartWriter(LinkId id) {
        Flight flight = world.flights.get(id);
        if (flight != null) {
            Outcome again = targets().carryOutAgain(id, flight.order());
            if (again instanceof Outcome.Unknown) {
                again = unknown(flight.order());
            }
            Event.Answered answer =
                    new Event.Answered(flight.order().command(), again, null, World.NOW);
            world.flights.put(id, new Flight(id, flight.order(), answer));
        }
    }

    /** A write whose answer was lost takes effect after all. */
    void commitLate() {
        Flight flight = world.late.removeFirst();
        targets().carryOutLate(flight.link(), flight.order());
    }

    /** Long enough for everything that waits for a time. */
    void passTime() {
        while (!world.late.isEmpty()) {
            commitLate();
        }
        world.erp.pass(world.rules.erp().settleTime());
        for (Link link : List.copyOf(world.links.values())) {
            if (!Course.waitsForTime(link)) {
                continue;
            }
            Instant until =
                    switch (link.phase()) {
                        case Phase.Settling(_, Instant time, _) -> time;
                        case Phase.Waiting(_, Instant time, _, _) -> time;
                        case Phase.Idle _,
                                Phase.Ready _,
                                Phase.Open _,
                                Phase.Parked _,
                                Phase.Closed _ ->
                                null;
                    };
            if (until != null) {
                world.decide(link, new Event.Due(until));
            }
        }
    }
}

package io.erpsync.sync.core;

import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.Temper;
import io.erpsync.sync.core.world.World;
import java.util.ArrayList;
import java.util.List;

/** A world with one company in it, and short words for what happens to it. */
final class Stage {

    static final String CARD = "1001";
    static final String CUSTOMER = "1";

    final World world;

    private Stage(World world) {
        this.world = world;
    }

    static Stage of(Sketch sketch) {
        return of(sketch, Temper.CALM);
    }

    static Stage of(Sketch sketch, Temper temper) {
        return new Stage(new World(sketch.rules(), Decider::decide, temper));
    }

    /** A stage whose one company stands in Lime and has never been sent. */
    static Stage withCard(Sketch sketch, Fields fields) {
        Stage stage = of(sketch);
        stage.world.addCard(fields);
        stage.world.seeAll();
        return stage;
    }

    /** A stage with one company on both sides, linked and quiet, whose journal begins now. */
    static Stage linked(Sketch sketch) {
        return linked(sketch, Temper.CALM);
    }

    static Stage linked(Sketch sketch, Temper temper) {
        Stage stage = of(sketch, temper);
        stage.world.addCustomer(Fixtures.fields("Name", "Bakery", "City", "Umea", "Phone", "1"));
        stage.world.addCard(
                Fixtures.fields(
                        "name",
                        "Bakery",
                        "city",
                        "Umea",
                        "phone",
                        "1",
                        "erp_id",
                        CUSTOMER,
                        "erp_status",
                        "synced",
                        "erp_firstsynced",
                        "before"));
        stage.world.goLive();
        stage.world.run();
        stage.world.journal().clear();
        return stage;
    }

    Stage press() {
        world.press(CARD);
        world.seeCard(CARD);
        return this;
    }

    Stage editCard(String property, String value) {
        world.editCard(CARD, property, value);
        world.seeCard(CARD);
        return this;
    }

    Stage editCustomer(String field, String value) {
        world.editCustomer(CUSTOMER, field, value);
        world.seeCustomer(CUSTOMER);
        return this;
    }

    Stage run() {
        world.run();
        return this;
    }

    /** The next command is carried out and answered. */
    Stage next() {
        return next(Fault.NONE);
    }

    Stage next(Fault fault) {
        world.carryOut(link().id(), fault);
        world.deliver(link().id());
        return this;
    }

    /** Runs until the next command would be of that kind. */
    Stage until(Side target, Action action) {
        for (int steps = 0; steps < 20; steps++) {
            World trial = world.copy();
            trial.carryOut(link().id(), Fault.NONE);
            List<Order> orders = trial.journal().orders();
            if (!orders.isEmpty()
                    && orders.getLast().target() == target
                    && orders.getLast().action() == action) {
                return this;
            }
            next();
        }
        throw new AssertionError("no " + action + " to " + target + " comes");
    }

    Link link() {
        return world.link();
    }

    LimeStatus status() {
        return world.lime().status(CARD);
    }

    String text() {
        return onCard("erp_errormessage");
    }

    String onCard(String property) {
        var card = world.lime().card(CARD);
        return card == null ? "no card" : card.fields().get(property).shown();
    }

    String inErp(String field) {
        var customer = world.erp().customer(CUSTOMER);
        return customer == null ? "no customer" : customer.fields().get(field).shown();
    }

    /** What was sent, as short words such as {@code LIME UPDATE [erp_status]}. */
    List<String> sent() {
        return world.journal().orders().stream()
                .map(order -> order.target() + " " + order.action() + " " + order.fields().names())
                .toList();
    }

    List<Order> writes(Side target) {
        return world.journal().writes(target);
    }

    Decision lastDecision() {
        return world.journal().decisions().getLast();
    }

    List<Account.Lost> lost() {
        List<Account.Lost> lost = new ArrayList<>();
        world.journal().decisions().forEach(decision -> lost.addAll(decision.account().lost()));
        return lost;
    }

    List<Why> deadLetters() {
        return world.journal().decisions().stream()
                .filter(decision -> decision.account().kind() == Account.Kind.DEAD_LETTER)
                .map(decision -> decision.account().why())
                .toList();
    }

    boolean isIdle() {
        return link().phase() instanceof Phase.Idle;
    }
}

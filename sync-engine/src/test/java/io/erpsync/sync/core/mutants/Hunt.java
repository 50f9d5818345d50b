package io.erpsync.sync.core.mutants;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Side;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.explore.Variant;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.world.Broken;
import io.erpsync.sync.core.world.Deciding;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.Temper;
import io.erpsync.sync.core.world.World;
import java.util.List;
import java.util.function.Consumer;

/** Looks for something that does not hold; throws {@link Broken} where it finds it. */
record Hunt(String name, Consumer<Deciding> search) {

    /** From the quickest to the slowest. */
    static final List<Hunt> ALL =
            List.of(
                    new Hunt("first contact", Hunt::firstContact),
                    new Hunt("matching", Hunt::matching),
                    new Hunt("a number on the card", Hunt::numberOnCard),
                    new Hunt("a refusal that was mended", Hunt::mended),
                    new Hunt("answers from the past", Hunt::answersFromThePast),
                    new Hunt("dropped by an operator", Hunt::dropped),
                    new Hunt("lost memory", Hunt::lostMemory),
                    new Hunt("a card that came meanwhile", Hunt::cameMeanwhile),
                    explored(Variant.plain(Fixtures.standard())),
                    explored(Variant.plain(Fixtures.bothWays())),
                    explored(Variant.restless(Fixtures.bothWays())),
                    explored(Variant.contrary(Fixtures.createdInBothKeptByErp())),
                    explored(Variant.plain(Fixtures.erpOnly())));

    private static Hunt explored(Variant variant) {
        return new Hunt(variant.name(), deciding -> variant.explore(deciding, 3, 1));
    }

    /** What was there before is not written to by being met, whatever the matrix says. */
    private static void firstContact(Deciding deciding) {
        for (Sketch sketch : Fixtures.everyMatrix()) {
            World world = new World(sketch.rules(), deciding, Temper.CALM);
            world.addCustomer(Fixtures.fields("Name", "In the ERP", "Phone", "1"));
            world.addCard(
                    Fixtures.fields("name", "In Lime", "erp_id", "1", "erp_status", "synced"));
            world.goLive();
            world.seeAll();
            world.run();
            must(world.journal().orders().isEmpty(), "a first contact is taken for a change");
        }
    }

    private static void matching(Deciding deciding) {
        for (Matching matching : List.of(Matching.REPORT, Matching.LINK)) {
            for (Sketch sketch : List.of(Fixtures.standard(), Fixtures.bothWays())) {
                Sketch matched = sketch.matching(matching);
                World world = new World(matched.rules(), deciding, Temper.CALM);
                world.addCustomer(Fixtures.foundryInErp());
                String card = world.addCard(Fixtures.foundry().without("city"));
                world.goLive();
                world.press(card);
                world.run();
                must(world.erp().numbers().size() == 1, "one company has several customers");
                must(
                        world.journal().writes(Side.ERP).stream()
                                .allMatch(order -> order.clears() == 0),
                        "a first exchange empties a field");
                boolean filled =
                        sketch.directions().mayUpdateFrom(Side.ERP) && matching == Matching.LINK;
                must(!filled || isFilled(world, card), "a first exchange does not fill a field");
            }
        }
    }

    private static boolean isFilled(World world, String id) {
        var card = world.lime().card(id);
        return card != null && card.fields().get("city").shown().equals("LUND");
    }

    private static void numberOnCard(Deciding deciding) {
        for (String number : List.of("1", "77")) {
            World world = new World(Fixtures.standard().rules(), deciding, Temper.CALM);
            world.addCustomer(Fixtures.shopInErp());
            String card = world.addCard(Fixtures.fields("name", "Shop"));
            world.goLive();
            world.seeCard(card);
            world.saveCard(card, Fixtures.fields("erp_id", number));
            world.press(card);
            world.seeCard(card);
            world.run();
            must(world.erp().numbers().size() == 1, "a number on a card leads to a create");
        }
    }

    /** A refusal is over once the same thing goes through. */
    private static void mended(Deciding deciding) {
        World world = new World(Fixtures.erpOnly().rules(), deciding, Temper.CALM);
        String customer = world.addCustomer(Fixtures.shopInErp());
        world.seeAll();
        world.carryOut(world.link().id(), Fault.REFUSED);
        world.deliver(world.link().id());
        must(world.link().problem() != null, "a refusal is not shown");
        world.editCustomer(customer, "Name", "Better Shop");
        world.run();
        must(world.link().problem() == null, "a problem outlives its cause");
    }

    /** An answer from the past writes nothing, and hides no edit. */
    private static void answersFromThePast(Deciding deciding) {
        World world = new World(Fixtures.bothWays().rules(), deciding, Temper.CALM);
        String customer = world.addCustomer(Fixtures.shopInErp());
        world.seeAll();
        world.run();
        world.journal().clear();
        world.editCustomer(customer, "Name", "Other Shop");
        world.run();
        world.seeLaggingCustomer(customer);
        world.run();
        must(world.journal().writes(Side.LIME).size() == 1, "the past is taken for an edit");

        world.editCustomer(customer, "Name", "Third Shop");
        world.run();
        world.editCustomer(customer, "Name", "Other Shop");
        world.seeCustomer(customer);
        world.carryOut(world.link().id(), Fault.STALE);
        world.deliver(world.link().id());
        world.run();
        var card = world.lime().card(world.lime().ids().iterator().next());
        boolean arrived = card != null && card.fields().get("name").shown().equals("Other Shop");
        must(arrived, "an edit is hidden by the past");
    }

    /** What was dropped is not written, and no card waits for it or because of it. */
    private static void dropped(Deciding deciding) {
        World update = linked(Fixtures.standard(), deciding);
        String card = update.lime().ids().iterator().next();
        update.editCard(card, "city", "Lund");
        update.seeCard(card);
        while (!update.wouldUpdate(update.link().id())) {
            update.carryOut(update.link().id(), Fault.NONE);
            update.deliver(update.link().id());
        }
        update.brake(update.link().id());
        update.discardBrake(update.link().id());
        update.run();
        must(update.journal().writes(Side.ERP).isEmpty(), "what was dropped is written");
        must(update.lime().status(card) == LimeStatus.SYNCED, "a card waits for what was dropped");

        World fromErp = linked(Fixtures.bothWays(), deciding);
        String other = fromErp.lime().ids().iterator().next();
        fromErp.editCustomer("1", "City", "ROM");
        fromErp.seeCustomer("1");
        fromErp.brake(fromErp.link().id());
        fromErp.editCard(other, "name", "Other");
        fromErp.seeCard(other);
        fromErp.discardBrake(fromErp.link().id());
        fromErp.run();
        must(fromErp.lime().status(other) == LimeStatus.SYNCED, "a card is left asking");
    }

    private static World linked(Sketch sketch, Deciding deciding) {
        World world = new World(sketch.rules(), deciding, Temper.CALM);
        world.addCustomer(Fixtures.shopInErp());
        world.addCard(
                Fixtures.fields(
                        "name", "Shop", "city", "OSLO", "erp_id", "1", "erp_status", "synced"));
        world.goLive();
        world.run();
        world.journal().clear();
        return world;
    }

    /** A create that nobody remembers may have been carried out. */
    private static void lostMemory(Deciding deciding) {
        World world =
                new World(
                        Fixtures.standard().matching(Matching.OFF).rules(), deciding, Temper.CALM);
        String card = world.addCard(Fixtures.bakery());
        world.press(card);
        world.seeCard(card);
        for (int i = 0; i < 2 && world.erp().numbers().isEmpty(); i++) {
            world.carryOut(world.link().id(), i == 0 ? Fault.NONE : Fault.UNKNOWN_WRITTEN);
            if (i == 0) {
                world.deliver(world.link().id());
            }
        }
        world.loseMemory();
        world.seeCard(card);
        world.run();
        must(world.erp().numbers().size() == 1, "what nobody remembers is created again");
    }

    private static void cameMeanwhile(Deciding deciding) {
        World world = new World(Fixtures.erpOnly().rules(), deciding, Temper.CALM);
        world.addCustomer(Fixtures.shopInErp());
        world.seeAll();
        world.addCard(Fixtures.fields("name", "Shop", "erp_id", "1", "erp_status", "synced"));
        world.goLive();
        world.seeAll();
        world.run();
        must(world.lime().ids().size() == 1, "one customer has several cards");
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new Broken(what);
        }
    }
}

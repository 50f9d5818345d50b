package io.erpsync.sync.core.explore;

import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.World;
import java.util.List;
import java.util.function.Consumer;

/** Where an exploration begins. */
record Beginning(String name, Consumer<World> scene) {

    static final List<Beginning> ALL =
            List.of(
                    new Beginning("a card never sent", Beginning::card),
                    new Beginning("a card just put in process", Beginning::inProcess),
                    new Beginning("a new customer", Beginning::customer),
                    new Beginning("two that were linked before", Beginning::linked),
                    new Beginning(
                            "two that were linked, the customer only listed", Beginning::listed),
                    new Beginning("an edit just put in process", Beginning::editInProcess),
                    new Beginning("an edit just written", Beginning::editWritten));

    private static void card(World world) {
        world.addCard(Fixtures.fields("name", "Start", "city", "start"));
        world.goLive();
        world.seeAll();
    }

    private static void inProcess(World world) {
        card(world);
        world.press("1001");
        world.seeCard("1001");
        work(world);
    }

    private static void customer(World world) {
        world.goLive();
        world.addCustomer(Fixtures.fields("Name", "Start", "City", "start"));
    }

    private static void linked(World world) {
        pair(world, "start");
        world.run();
    }

    /**
     * The customer's number is known, its record was never seen whole. Both say the same: where
     * they differ, any first edit exchanges what differs besides.
     */
    private static void listed(World world) {
        pair(world, "START");
        world.erp().changed().clear();
        world.seeCard("1001");
    }

    private static void pair(World world, String city) {
        world.addCustomer(Fixtures.fields("Name", "Start", "City", "start"));
        world.addCard(
                Fixtures.fields(
                        "name",
                        "Start",
                        "city",
                        city,
                        "erp_id",
                        "1",
                        "erp_status",
                        "synced",
                        "erp_firstsynced",
                        "before"));
        world.goLive();
    }

    private static void editInProcess(World world) {
        linked(world);
        world.editCard("1001", "name", "L1");
        world.seeCard("1001");
        work(world);
    }

    private static void editWritten(World world) {
        editInProcess(world);
        work(world);
        work(world);
    }

    private static void work(World world) {
        if (!world.links().isEmpty() && !world.isAtRest()) {
            world.carryOut(world.link().id(), Fault.NONE);
            world.deliver(world.link().id());
        }
    }
}

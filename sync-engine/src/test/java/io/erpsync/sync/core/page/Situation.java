package io.erpsync.sync.core.page;

import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.World;
import java.util.function.Consumer;

/** Where a card and a customer stand before something happens. */
enum Situation {
    NO_CARD("no card", Situation::nothing),
    SAME_COMPANY("`empty`, a card with the same registration number", Situation::sameCompany),
    NEVER_SENT("`empty`, never sent", Situation::neverSent),
    JOINED("`empty`, joined with a customer by a person", Situation::joined),
    BUTTON_PRESSED("`readyforfirstsync`", Situation::pressed),
    EDITED("`updatesmade` (name)", Situation::edited),
    IN_PROCESS("`inprocess` (name)", Situation::inProcess),
    SYNCED("`synced`", world -> linked(world, "synced", "")),
    FAILED("`error`", world -> linked(world, "error", "An earlier error"));

    static final String CARD = "1001";
    static final String CUSTOMER = "1";
    static final String REGISTRATION = "556677-8899";

    final String words;
    private final Consumer<World> setting;

    Situation(String words, Consumer<World> setting) {
        this.words = words;
        this.setting = setting;
    }

    void set(World world) {
        setting.accept(world);
        world.journal().clear();
    }

    private static void nothing(World world) {
        world.goLive();
    }

    private static void sameCompany(World world) {
        world.addCard(
                Fixtures.fields("name", "Bakery", "city", "Umea", "registrationno", REGISTRATION));
        world.goLive();
        world.seeAll();
    }

    private static void neverSent(World world) {
        world.addCard(Fixtures.fields("name", "Bakery", "city", "Umea"));
        world.goLive();
        world.seeAll();
    }

    private static void joined(World world) {
        world.addCustomer(Fixtures.fields("Name", "Bakery", "City", "Umea"));
        world.addCard(Fixtures.fields("name", "Bakery", "city", "Umea"));
        world.goLive();
        world.seeAll();
        world.request(
                new LinkId("lime-" + CARD),
                new Event.LinkAsked(
                        new RecordReference(SystemName.LIME, "company", CARD),
                        new RecordReference(Fixtures.ERP, "customer", CUSTOMER)));
        world.seeAll();
    }

    private static void pressed(World world) {
        neverSent(world);
        world.press(CARD);
    }

    private static void linked(World world, String status, String text) {
        world.addCustomer(Fixtures.fields("Name", "Bakery", "City", "Umea"));
        world.addCard(
                Fixtures.fields(
                        "name",
                        "Bakery",
                        "city",
                        "Umea",
                        "erp_id",
                        CUSTOMER,
                        "erp_status",
                        status,
                        "erp_errormessage",
                        text,
                        "erp_firstsynced",
                        "before"));
        world.goLive();
        world.run();
    }

    private static void edited(World world) {
        linked(world, "synced", "");
        world.editCard(CARD, "name", "New Bakery");
    }

    private static void inProcess(World world) {
        edited(world);
        world.seeCard(CARD);
        world.carryOut(world.link().id(), Fault.NONE);
        world.deliver(world.link().id());
    }

    /** Whether the customer that is new in the ERP is new to Lime, or looks it. */
    boolean awaitsCustomer() {
        return this == NO_CARD || this == SAME_COMPANY;
    }

    boolean has(Side side) {
        return switch (this) {
            case NO_CARD, SAME_COMPANY -> false;
            case NEVER_SENT, BUTTON_PRESSED -> side == Side.LIME;
            case JOINED, EDITED, IN_PROCESS, SYNCED, FAILED -> true;
        };
    }

    /** Whether the vendor's table lets a user press the button here. */
    boolean hasButton() {
        return this == NEVER_SENT || this == JOINED || this == FAILED;
    }
}

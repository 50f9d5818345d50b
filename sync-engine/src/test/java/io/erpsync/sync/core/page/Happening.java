package io.erpsync.sync.core.page;

import io.erpsync.model.Side;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.world.World;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a user does. */
enum Happening {
    BUTTON("The button is pressed", Situation::hasButton, world -> world.press(Situation.CARD)),
    EDIT_IN_LIME(
            "City is edited in Lime",
            situation -> situation.has(Side.LIME),
            world -> world.editCard(Situation.CARD, "city", "Lund")),
    NEW_IN_ERP(
            "A customer is new in the ERP",
            Situation::awaitsCustomer,
            world ->
                    world.addCustomer(
                            Fixtures.fields(
                                    "Name",
                                    "Shop",
                                    "City",
                                    "Oslo",
                                    "OrganisationNumber",
                                    Situation.REGISTRATION))),
    EDIT_IN_ERP(
            "City is edited in the ERP",
            situation -> situation.has(Side.ERP),
            world -> world.editCustomer(Situation.CUSTOMER, "City", "Oslo"));

    final String words;
    final Predicate<Situation> possible;
    final Consumer<World> act;

    Happening(String words, Predicate<Situation> possible, Consumer<World> act) {
        this.words = words;
        this.possible = possible;
        this.act = act;
    }
}

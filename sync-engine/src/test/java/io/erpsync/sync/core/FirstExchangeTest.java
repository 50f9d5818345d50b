package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Account.Lost;
import io.erpsync.sync.core.model.LimeStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A card with its number was there when the connection went live, the customer was only listed: the
 * first edit of either is what the two records meet by.
 */
class FirstExchangeTest {

    private static final Fields CARD =
            Fixtures.fields("name", "Bakery", "city", "UMEA", "phone", "1");
    private static final Fields CUSTOMER =
            Fixtures.fields("Name", "Bakery", "City", "UMEA", "Phone", "1");

    static List<Sketch> openFromTheErp() {
        return List.of(
                Fixtures.createdInLimeKeptByErp(),
                Fixtures.createdInBothKeptByErp(),
                Fixtures.erpOnly(),
                Fixtures.bothWays(),
                Fixtures.bothWays().ledBy(Side.ERP));
    }

    static List<Sketch> ledByTheErp() {
        return openFromTheErp().stream()
                .filter(
                        sketch ->
                                !sketch.directions().mayUpdateFrom(Side.LIME)
                                        || sketch.leader() == Side.ERP)
                .toList();
    }

    static List<Sketch> matrices() {
        return Fixtures.everyMatrix();
    }

    private static Stage listed(Sketch sketch, Fields card, Fields customer, String status) {
        Stage stage = Stage.of(sketch);
        stage.world.addCustomer(customer);
        stage.world.addCard(
                card.with(
                        Fixtures.fields(
                                "erp_id",
                                Stage.CUSTOMER,
                                "erp_status",
                                status,
                                "erp_firstsynced",
                                "before")));
        stage.world.goLive();
        stage.world.erp().changed().clear();
        stage.world.seeCard(Stage.CARD);
        stage.run();
        return stage;
    }

    @ParameterizedTest
    @MethodSource("openFromTheErp")
    void followsTheFirstEditOfACustomerThatWasOnlyListed(Sketch sketch) {
        Stage stage = listed(sketch, CARD, CUSTOMER, "synced");

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.sent())
                .containsExactly("LIME READ []", "LIME UPDATE [erp_lastsynced, phone]");
        assertThat(stage.onCard("phone")).isEqualTo("2");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.lost()).containsExactly(new Lost(Side.LIME, "phone", Value.text("1")));
    }

    @ParameterizedTest
    @MethodSource("openFromTheErp")
    void emptiesNothingOnTheCardAndFillsWhatIsEmpty(Sketch sketch) {
        Stage stage =
                listed(
                        sketch,
                        CARD.without("city"),
                        CUSTOMER.with("Phone", Value.empty()),
                        "synced");

        stage.editCustomer("Name", "New").run();

        assertThat(stage.onCard("name")).isEqualTo("New");
        assertThat(stage.onCard("city")).isEqualTo("UMEA");
        assertThat(stage.onCard("phone")).isEqualTo("1");
    }

    @Test
    void fillsWhatTheErpLeftEmptyWhereBothMayUpdate() {
        Stage stage =
                listed(
                        Fixtures.bothWays().ledBy(Side.ERP),
                        CARD,
                        CUSTOMER.with("Phone", Value.empty()),
                        "synced");

        stage.editCustomer("Name", "New").run();

        assertThat(stage.onCard("name")).isEqualTo("New");
        assertThat(stage.inErp("Phone")).isEqualTo("1");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void letsLimeWinInARoundWhereItLeadsAndKeepsTheOtherValue() {
        Stage stage =
                listed(
                        Fixtures.bothWays(),
                        CARD,
                        CUSTOMER.with("Phone", Value.text("2")),
                        "synced");

        stage.editCard("name", "New").run();

        assertThat(stage.onCard("phone")).isEqualTo("1");
        assertThat(stage.inErp("Phone")).isEqualTo("1");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.lost()).contains(new Lost(Side.ERP, "Phone", Value.text("2")));
    }

    @Test
    void mergesFieldByFieldFromThenOn() {
        Stage stage = listed(Fixtures.bothWays(), CARD, CUSTOMER, "synced");
        stage.editCustomer("Phone", "2").run();

        stage.editCustomer("City", "Lund").run();

        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.onCard("phone")).isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("openFromTheErp")
    void followsAnEditThatWasToldOfBeforeTheCardWasRead(Sketch sketch) {
        Stage stage = Stage.of(sketch);
        stage.world.addCustomer(CUSTOMER);
        stage.world.addCard(
                CARD.with(Fixtures.fields("erp_id", Stage.CUSTOMER, "erp_status", "synced")));
        stage.world.goLive();
        stage.editCustomer("City", "Lund").run();

        stage.world.seeCard(Stage.CARD);
        stage.run();

        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.onCard("phone")).isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("openFromTheErp")
    void bringsNoOldEditToACardThatIsNew(Sketch sketch) {
        Stage stage = Stage.of(sketch);
        stage.world.addCustomer(CUSTOMER);
        stage.world.goLive();
        stage.editCustomer("City", "Lund").run();

        stage.world.addCard(
                CARD.with(Fixtures.fields("erp_id", Stage.CUSTOMER, "erp_status", "synced")));
        stage.world.seeCard(Stage.CARD);
        stage.run();

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void leavesWhatTheListHadShownDifferentAlready() {
        Stage stage =
                listed(
                        Fixtures.bothWays(),
                        CARD,
                        CUSTOMER.with("City", Value.text("KALMAR")),
                        "synced");

        stage.editCustomer("City", "Lund").run();
        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.lost()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("openFromTheErp")
    void emptiesOnTheCardWhatTheListHadShown(Sketch sketch) {
        Stage stage = listed(sketch, CARD, CUSTOMER, "synced");

        stage.editCustomer("City", "").run();

        assertThat(stage.onCard("city")).isEmpty();
    }

    @Test
    void mergesAFirstEditInLimeWithOneInTheErpThatNobodyToldOf() {
        Stage stage = listed(Fixtures.bothWays(), CARD, CUSTOMER, "synced");
        stage.world.editCustomer(Stage.CUSTOMER, "City", "Lund");

        stage.editCard("phone", "3").run();

        assertThat(stage.inErp("Phone")).isEqualTo("3");
        assertThat(stage.inErp("City")).isEqualTo("LUND");
        assertThat(stage.onCard("city")).isEqualTo("LUND");
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void writesNothingWhereTheErpMayNotUpdate(Sketch sketch) {
        if (sketch.directions().mayUpdateFrom(Side.ERP)) {
            return;
        }
        Stage stage = listed(sketch, CARD, CUSTOMER, "synced");

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.sent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void writesNothingForABaselineOfTheCustomer(Sketch sketch) {
        Stage stage = listed(sketch, CARD, Fixtures.shopInErp(), "synced");

        stage.world.seeCustomer(Stage.CUSTOMER);
        stage.run();

        assertThat(stage.sent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("openFromTheErp")
    void leavesTheErrorOfACardThatFailed(Sketch sketch) {
        Stage stage = listed(sketch, CARD, CUSTOMER, "error");

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.onCard("phone")).isEqualTo("2");
        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
    }

    @ParameterizedTest
    @MethodSource("ledByTheErp")
    void takesInACardThatWasNeverAskedFor(Sketch sketch) {
        Stage stage = listed(sketch, CARD, CUSTOMER, "");

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.onCard("phone")).isEqualTo("2");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @ParameterizedTest
    @MethodSource("ledByTheErp")
    void mergesAnEditThatWaitsInLimeInTheSameRound(Sketch sketch) {
        Stage stage = listed(sketch, CARD, CUSTOMER, "synced");
        stage.world.editCard(Stage.CARD, "name", "Card");
        stage.world.seeCard(Stage.CARD);

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.onCard("phone")).isEqualTo("2");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @ParameterizedTest
    @MethodSource("ledByTheErp")
    void overwritesNoEditOfTheCardThatNoPollHasBroughtYet(Sketch sketch) {
        if (!sketch.directions().mayUpdateFrom(Side.LIME)) {
            return;
        }
        Stage stage = listed(sketch, CARD.with("city", Value.text("Umea")), CUSTOMER, "synced");
        stage.world.editCard(Stage.CARD, "city", "Lund");

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.onCard("phone")).isEqualTo("2");
        assertThat(stage.onCard("city")).isEqualTo("Lund");
        assertThat(stage.inErp("City")).isEqualTo("LUND");
    }

    @Test
    void createsNoCardForAnOldCustomerThatIsEdited() {
        Stage stage = Stage.of(Fixtures.createdInBothKeptByErp());
        stage.world.addCustomer(CUSTOMER);
        stage.world.goLive();

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.world.lime().ids()).isEmpty();
    }
}

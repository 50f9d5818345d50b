package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Account.Lost;
import io.erpsync.sync.core.model.LimeStatus;
import org.junit.jupiter.api.Test;

/** A record that seems to be there already is not created once more. */
class MatchingTest {

    private static Stage foundryOnBothSides(Sketch sketch) {
        Stage stage = Stage.of(sketch);
        stage.world.addCustomer(Fixtures.foundryInErp());
        stage.world.addCard(Fixtures.foundry());
        stage.world.goLive();
        stage.world.seeAll();
        stage.world.journal().clear();
        return stage;
    }

    private static Stage cardOf(Fields card, String number, Sketch sketch) {
        Stage stage = Stage.of(sketch);
        stage.world.addCustomer(Fixtures.foundryInErp());
        String id = stage.world.addCard(card.with("erp_id", Value.text(number)));
        stage.world.goLive();
        stage.world.seeCard(id);
        stage.world.journal().clear();
        return stage;
    }

    @Test
    void namesTheCandidateAndCreatesNothing() {
        Stage stage = foundryOnBothSides(Fixtures.standard());

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).contains("1 Foundry Ltd");
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void linksTheOneCandidateWhereMatchingIsOn() {
        Stage stage = foundryOnBothSides(Fixtures.standard().matching(Matching.LINK));

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.inErp("Name")).isEqualTo("Foundry");
        assertThat(stage.world.erp().numbers()).hasSize(1);
        assertThat(stage.lost()).contains(new Lost(Side.ERP, "Name", Value.text("Foundry Ltd")));
    }

    @Test
    void letsTheErpsValuesWinWhereTheErpMayUpdate() {
        Stage stage = foundryOnBothSides(Fixtures.createdInLimeKeptByErp().matching(Matching.LINK));

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("name")).isEqualTo("Foundry Ltd");
        assertThat(stage.lost()).contains(new Lost(Side.LIME, "name", Value.text("Foundry")));
    }

    @Test
    void emptiesNothingInTheFirstExchange() {
        Stage stage = Stage.of(Fixtures.bothWays().matching(Matching.LINK));
        stage.world.addCustomer(Fixtures.foundryInErp().with("Phone", Value.text("1")));
        stage.world.addCard(Fixtures.foundry().without("city"));
        stage.world.goLive();

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.onCard("phone")).isEqualTo("1");
        assertThat(stage.inErp("Phone")).isEqualTo("1");
        assertThat(stage.inErp("City")).isEqualTo("LUND");
    }

    @Test
    void choosesNoneOfSeveralCandidates() {
        Stage stage = foundryOnBothSides(Fixtures.standard().matching(Matching.LINK));
        stage.world.addCustomer(Fixtures.foundryInErp());

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).contains("1 Foundry Ltd, 2 Foundry Ltd");
    }

    @Test
    void createsWithoutALookWhereMatchingIsOff() {
        Stage stage = foundryOnBothSides(Fixtures.standard().matching(Matching.OFF));

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.world.erp().numbers()).hasSize(2);
        assertThat(stage.onCard("erp_id")).isEqualTo("2");
    }

    @Test
    void doesNotCountACustomerThatAnotherCardHas() {
        Stage stage = foundryOnBothSides(Fixtures.standard());
        String other =
                stage.world.addCard(
                        Fixtures.fields("name", "F", "erp_id", "1", "erp_status", "synced"));
        stage.world.seeCard(other);

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.world.erp().numbers()).hasSize(2);
    }

    @Test
    void createsNoSecondCardForANewCustomerThatLimeSeemsToHave() {
        Stage stage = Stage.of(Fixtures.erpOnly());
        stage.world.addCard(Fixtures.foundry());
        stage.world.goLive();
        stage.world.seeAll();

        stage.world.addCustomer(Fixtures.foundryInErp());
        stage.run();

        assertThat(stage.world.lime().ids()).hasSize(1);
        assertThat(stage.deadLetters()).hasSize(1);
    }

    @Test
    void takesInTheOneCardOfANewCustomerWhereMatchingIsOn() {
        Stage stage = Stage.of(Fixtures.erpOnly().matching(Matching.LINK));
        stage.world.addCard(Fixtures.foundry());
        stage.world.goLive();
        stage.world.seeAll();

        stage.world.addCustomer(Fixtures.foundryInErp());
        stage.run();

        assertThat(stage.world.lime().ids()).hasSize(1);
        assertThat(stage.deadLetters()).isEmpty();
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.onCard("name")).isEqualTo("Foundry Ltd");
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void takesItInToOwnANumberAloneWhereNothingDiffers() {
        Stage stage = Stage.of(Fixtures.erpOnly().matching(Matching.LINK));
        stage.world.addCard(Fixtures.foundry().with("name", Value.text("Foundry Ltd")));
        stage.world.goLive();

        stage.world.addCustomer(Fixtures.foundryInErp());
        stage.run();

        assertThat(stage.world.lime().ids()).hasSize(1);
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
    }

    @Test
    void createsNoSecondCardForANumberThatWasTypedOnOne() {
        Stage stage = Stage.of(Fixtures.erpOnly().matching(Matching.OFF));
        String card = stage.world.addCard(Fixtures.foundry().without("registrationno"));
        stage.world.goLive();
        stage.world.seeAll();

        stage.world.renumber(card, "1");
        stage.world.seeCard(card);
        stage.world.addCustomer(Fixtures.foundryInErp());
        stage.run();

        assertThat(stage.world.lime().ids()).hasSize(1);
    }

    @Test
    void readsANumberOnTheCardBeforeItIsUsed() {
        Stage stage = cardOf(Fixtures.foundry(), "1", Fixtures.standard());

        stage.press().next().next().run();

        assertThat(stage.sent()).startsWith("LIME UPDATE [erp_status]", "ERP READ []");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.world.erp().numbers()).hasSize(1);
    }

    @Test
    void neverCreatesForANumberThatDoesNotExist() {
        Stage stage = cardOf(Fixtures.foundry(), "77", Fixtures.standard());

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).contains("77");
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void tellsACardThatItsNumberBelongsToAnother() {
        Stage stage = Stage.linked(Fixtures.standard());
        String second =
                stage.world.addCard(
                        Fixtures.bakery()
                                .with("erp_id", Value.text("1"))
                                .with("erp_status", Value.text("readyforfirstsync")));

        stage.run();

        assertThat(stage.world.lime().status(second)).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void relinksACardWhoseNumberWasChangedToAFreeOne() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", "2", "phone", "9"));

        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("erp_id")).isEqualTo("2");
        assertThat(stage.inErp("Phone")).isEqualTo("1");
        assertThat(stage.writes(Side.ERP)).allMatch(order -> "2".equals(order.id()));
        assertThat(stage.writes(Side.ERP)).noneMatch(order -> order.action() == Action.CREATE);
    }
}

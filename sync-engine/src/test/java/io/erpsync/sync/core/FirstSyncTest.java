package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.MappingEntry.When;
import io.erpsync.model.Action;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.world.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a record comes into being on the other side. */
class FirstSyncTest {

    @Test
    void createsInTheErpWhenTheButtonIsPressed() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());

        stage.press().run();

        assertThat(stage.inErp("Name")).isEqualTo("Bakery");
        assertThat(stage.inErp("City")).isEqualTo("UMEA");
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("erp_firstsynced")).isNotEmpty();
        assertThat(stage.onCard("erp_lastsynced")).isNotEmpty();
        assertThat(stage.text()).isEmpty();
    }

    @Test
    void writesInprocessFirstThenTheErpThenNumberTimesAndStatusAtOnce() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());

        stage.press().run();

        assertThat(stage.sent())
                .containsExactly(
                        "LIME UPDATE [erp_status]",
                        "ERP CREATE [City, Name]",
                        "LIME UPDATE [erp_errormessage, erp_firstsynced, erp_id, erp_lastsynced,"
                                + " erp_status]");
    }

    @Test
    void sendsNothingForACardWhoseButtonWasNeverPressed() {
        Stage stage = Stage.withCard(Fixtures.bothWays(), Fixtures.bakery());

        stage.editCard("name", "Old Bakery").run();

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void sendsWhatStoodOnTheCardWhenItWasPutInProcess() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press();
        stage.world.editCard(Stage.CARD, "name", "New Bakery");

        stage.next().next();

        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
    }

    @Test
    void sendsFixedValuesAndValuesForTheCreateOnceOnly() {
        List<MappingEntry> mapping = new ArrayList<>(Fixtures.MAPPING);
        mapping.add(new MappingEntry(null, "Terms", "30", When.CREATE, null, Map.of()));
        Stage stage = Stage.withCard(Fixtures.standard().mapping(mapping), Fixtures.bakery());

        stage.press().run();
        stage.editCard("name", "New Bakery").run();

        assertThat(stage.writes(Side.ERP).getFirst().fields().get("Terms").shown()).isEqualTo("30");
        assertThat(stage.writes(Side.ERP).getLast().action()).isEqualTo(Action.UPDATE);
        assertThat(stage.writes(Side.ERP).getLast().fields().has("Terms")).isFalse();
    }

    @Test
    void createsACardForACustomerThatIsNewInTheErp() {
        Stage stage = Stage.of(Fixtures.erpOnly());
        stage.world.addCustomer(Fixtures.shopInErp());

        stage.run();

        assertThat(stage.onCard("name")).isEqualTo("Shop");
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void createsNoCardForACustomerThatTheRulesLeaveOut() {
        Stage stage = Stage.of(Fixtures.erpOnly().filtered(Map.of(), Map.of("City", "LUND")));
        stage.world.addCustomer(Fixtures.shopInErp());

        stage.run();

        assertThat(stage.sent()).isEmpty();
        assertThat(stage.lastDecision().account().why()).isIn(Why.ECHO, Why.FILTERED);
    }

    @Test
    void createsNoCardLaterForACustomerThatWasNewWhileTheDirectionWasClosed() {
        Stage stage = Stage.of(Fixtures.createdInLimeKeptByErp());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.run();

        stage.editCustomer("Name", "New Shop").run();

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void answersAButtonOnACardThatTheRulesLeaveOut() {
        Stage stage =
                Stage.withCard(
                        Fixtures.standard().filtered(Map.of("city", "Lund"), Map.of()),
                        Fixtures.bakery());

        stage.press().run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.world.erp().numbers()).isEmpty();
    }

    @Test
    void showsWhatTheErpRefusedAndSendsAgainWhenItIsMended() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.REFUSED);

        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).contains("Fortnox").contains("no such value");
        assertThat(stage.deadLetters()).hasSize(1);

        stage.editCard("name", "Better Bakery").run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).isEmpty();
        assertThat(stage.link().problem()).isNull();
        assertThat(stage.inErp("Name")).isEqualTo("Better Bakery");
    }

    @Test
    void staysVisibleWhenLimeRefusesANewCard() {
        Stage stage = Stage.of(Fixtures.erpOnly());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.seeAll();

        stage.next(Fault.REFUSED).run();

        assertThat(stage.world.lime().ids()).isEmpty();
        assertThat(stage.link().problem()).isNotNull();
        assertThat(stage.deadLetters()).hasSize(1);

        stage.editCustomer("Name", "Better Shop").run();

        assertThat(stage.onCard("name")).isEqualTo("Better Shop");
        assertThat(stage.link().problem()).isNull();
    }

    @Test
    void waitsWithACreateUntilTheListOfCustomersWasRead() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.foundry());
        stage.world.loadIndex(false);

        stage.press().next().next();

        assertThat(stage.link().phase()).isInstanceOf(Phase.Waiting.class);
        assertThat(stage.world.erp().numbers()).isEmpty();

        stage.world.loadIndex(true);
        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("Foundry");
    }
}

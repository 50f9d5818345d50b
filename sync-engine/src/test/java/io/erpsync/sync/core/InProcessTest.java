package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.Temper;
import org.junit.jupiter.api.Test;

/** What happens to a card while it is in process. */
class InProcessTest {

    @Test
    void followsAnEditThatLimeDidNotFlag() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE);
        stage.world.editCard(Stage.CARD, "name", "Second");

        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("Second");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.writes(Side.ERP)).hasSize(2);
    }

    @Test
    void answersWithoutTheStatusWhenLimeFlippedIt() {
        Stage stage = Stage.linked(Fixtures.standard(), new Temper(true, false));
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE).next();
        stage.world.editCard(Stage.CARD, "name", "Second");

        stage.next();

        assertThat(stage.status()).isEqualTo(LimeStatus.UPDATESMADE);

        stage.next();

        assertThat(stage.onCard("erp_lastsynced")).isNotEmpty();
        assertThat(stage.status()).isEqualTo(LimeStatus.UPDATESMADE);

        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("Second");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void doesNotTryTheStatusThatItSawFlipped() {
        Stage stage = Stage.linked(Fixtures.standard(), new Temper(true, false));
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE).next();
        stage.editCard("name", "Second");

        stage.next();

        assertThat(stage.sent().getLast()).doesNotContain("erp_status");
    }

    @Test
    void mergesAnEditOfTheErpSeenMeanwhileAfterTheRound() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE).next();
        stage.editCustomer("City", "Lund");

        stage.run();

        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.inErp("Name")).isEqualTo("First");
        assertThat(stage.inErp("City")).isEqualTo("LUND");
    }

    @Test
    void takesUpARoundThatItDoesNotRemember() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").next();

        stage.world.loseMemory();
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void leavesAStatusAloneThatIsNoneOfOurs() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_status", "strange"));
        stage.world.seeCard(Stage.CARD);

        stage.editCustomer("City", "Lund");
        stage.editCard("name", "Mine").run();

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void waitsWithAnEditOfTheErpWhileTheCardAsks() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.editCard("name", "First");

        stage.editCustomer("City", "Lund");

        assertThat(stage.sent()).isEmpty();
        stage.run();
        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.inErp("Name")).isEqualTo("First");
    }

    @Test
    void orphansTheLinkWhenTheCardIsDeletedMeanwhile() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE).next();
        stage.world.deleteCard(Stage.CARD);

        stage.run();

        assertThat(stage.link().phase().toString()).contains("LIME_RECORD_GONE");

        stage.editCustomer("Name", "Back").run();

        assertThat(stage.world.lime().ids()).isEmpty();
    }

    @Test
    void showsAnErrorWhenTheCustomerIsGone() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.deleteCustomer(Stage.CUSTOMER);

        stage.editCard("name", "First").run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.world.erp().numbers()).isEmpty();
        assertThat(stage.text()).contains("no longer in Fortnox");
    }

    @Test
    void notesOnTheCardThatTheCustomerIsGone() {
        Stage stage = Stage.linked(Fixtures.erpOnly());
        stage.world.deleteCustomer(Stage.CUSTOMER);

        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).contains("no longer in Fortnox");
    }

    @Test
    void parksACardThatLimeDoesNotLetUsWrite() {
        Stage stage = Stage.linked(Fixtures.standard());

        stage.editCard("name", "First").next(Fault.REFUSED).run();

        assertThat(stage.deadLetters()).hasSize(1);
        assertThat(stage.sent()).hasSize(1);

        stage.editCard("name", "Second").run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.link().problem()).isNull();
    }

    @Test
    void putsBackANumberThatWasEmptiedAlone() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", ""));

        stage.run();

        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.sent()).containsExactly("LIME UPDATE [erp_id]");
    }

    @Test
    void putsBackANumberThatWasEmptiedWithAnEdit() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", "", "name", "New"));

        stage.run();

        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.inErp("Name")).isEqualTo("New");
        assertThat(stage.world.erp().numbers()).hasSize(1);
    }

    @Test
    void dissolvesTheLinkWhenNumberAndStatusAreEmptied() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        Fields emptied = Fixtures.fields("erp_id", "", "erp_status", "");
        stage.world.saveCard(Stage.CARD, emptied);

        stage.run();
        stage.editCustomer("Name", "Elsewhere").run();

        assertThat(stage.sent()).isEmpty();
        assertThat(stage.onCard("name")).isEqualTo("Bakery");
        assertThat(stage.link().phase().toString()).contains("DISCONNECTED");
    }

    @Test
    void matchesFirstWhenADissolvedCardIsSentAgain() {
        Stage stage = Stage.of(Fixtures.standard());
        stage.world.addCard(Fixtures.foundry());
        stage.world.press(Stage.CARD);
        stage.run();
        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", "", "erp_status", ""));
        stage.run();

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.world.erp().numbers()).hasSize(1);
        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
    }
}

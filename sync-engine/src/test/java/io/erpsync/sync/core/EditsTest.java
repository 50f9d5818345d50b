package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Action;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.world.Fault;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How an edit travels. */
class EditsTest {

    @Test
    void sendsAnEditToTheErp() {
        Stage stage = Stage.linked(Fixtures.standard());

        stage.editCard("name", "New Bakery").run();

        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.writes(Side.ERP)).hasSize(1);
    }

    @Test
    void sendsTheWholeRecordWhereOnlyLimeMayEdit() {
        Stage stage = Stage.linked(Fixtures.standard());

        stage.editCard("name", "New Bakery").run();

        assertThat(stage.writes(Side.ERP).getFirst().fields().names())
                .isEqualTo(Set.of("Name", "City", "Phone"));
    }

    @Test
    void sendsOnlyWhatDiffersAndReadsFirstWhereBothMayEdit() {
        Stage stage = Stage.linked(Fixtures.bothWays());

        stage.editCard("name", "New Bakery").run();

        assertThat(stage.sent())
                .startsWith("LIME UPDATE [erp_status]", "ERP READ []", "ERP UPDATE [Name]");
    }

    @Test
    void flagsAnEditItselfWhereLimeHasNoTrigger() {
        Stage stage = Stage.linked(Fixtures.standard().withoutTrigger());

        stage.editCard("name", "New Bakery").run();

        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void writesAnEditOfTheErpOntoTheCardAndLeavesTheStatus() {
        Stage stage = Stage.linked(Fixtures.erpOnly());

        stage.editCustomer("Name", "New Bakery").run();

        assertThat(stage.onCard("name")).isEqualTo("New Bakery");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.sent()).containsExactly("LIME UPDATE [erp_lastsynced, name]");
    }

    @Test
    void answersAnEditThatChangesNothingThatIsSent() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.editCard(Stage.CARD, "name", "Other");
        stage.world.editCard(Stage.CARD, "name", "Bakery");

        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void emptiesAFieldOfTheErp() {
        Stage stage = Stage.linked(Fixtures.standard());

        stage.editCard("phone", "").run();

        assertThat(stage.inErp("Phone")).isEmpty();
        assertThat(stage.writes(Side.ERP).getFirst().clears()).isEqualTo(1);
    }

    @Test
    void leavesAKnownDifferenceWhereTheErpIgnoresEmptyValues() {
        Stage stage = Stage.linked(Fixtures.bothWays().clearing(Clearing.IGNORED));

        stage.editCard("phone", "").run();

        assertThat(stage.inErp("Phone")).isEqualTo("1");
        assertThat(stage.onCard("phone")).isEmpty();
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.writes(Side.ERP)).isEmpty();
        assertThat(stage.world.journal().decisions())
                .anyMatch(one -> one.account().why() == Why.KNOWN_DIFFERENCE);
    }

    @Test
    void doesNotTakeAKnownDifferenceForAnEditLater() {
        Stage stage = Stage.linked(Fixtures.bothWays().clearing(Clearing.IGNORED));
        stage.editCard("phone", "").run();

        stage.editCustomer("City", "Lund").run();

        assertThat(stage.onCard("phone")).isEmpty();
        assertThat(stage.onCard("city")).isEqualTo("LUND");
    }

    @Test
    void fillsAKnownDifferenceWhenTheErpEditsThatField() {
        Stage stage = Stage.linked(Fixtures.bothWays().clearing(Clearing.IGNORED));
        stage.editCard("phone", "").run();

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.onCard("phone")).isEqualTo("2");
    }

    @Test
    void emptiesACardsFieldThatTheErpEmptied() {
        Stage stage = Stage.linked(Fixtures.bothWays());

        stage.editCustomer("Phone", "").run();

        assertThat(stage.onCard("phone")).isEmpty();
    }

    @Test
    void notesOnTheCardThatLimeRefusedAnEditOfTheErp() {
        Stage stage = Stage.linked(Fixtures.erpOnly());

        stage.editCustomer("Name", "New Bakery").next(Fault.REFUSED).run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).contains("Lime");
        assertThat(stage.deadLetters()).hasSize(1);

        stage.editCustomer("Name", "Newer Bakery").run();

        assertThat(stage.onCard("name")).isEqualTo("Newer Bakery");
        assertThat(stage.link().problem()).isNull();
        assertThat(stage.text()).isEmpty();
    }

    @Test
    void keepsTheErrorWhenTheErpEditsARecordThatFailed() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.editCard("name", "Bad").until(Side.ERP, Action.UPDATE).next(Fault.REFUSED).run();

        stage.editCustomer("City", "Lund").run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.text()).isNotEmpty();
        assertThat(stage.onCard("name")).isEqualTo("Bad");
    }

    @Test
    void readsAgainWhenSomebodyElseWroteFirst() {
        Stage stage = Stage.linked(Fixtures.bothWays().locking());
        stage.editCard("name", "New Bakery").until(Side.ERP, Action.UPDATE);
        stage.editCustomer("City", "Lund");

        stage.next(Fault.CONFLICT).run();

        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
        assertThat(stage.onCard("city")).isEqualTo("LUND");
    }

    @Test
    void givesUpAfterManyConflicts() {
        Stage stage = Stage.linked(Fixtures.standard().locking());
        stage.editCard("name", "New Bakery");

        for (int i = 0; i < 6; i++) {
            stage.until(Side.ERP, Action.UPDATE).next(Fault.CONFLICT);
        }
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
    }
}

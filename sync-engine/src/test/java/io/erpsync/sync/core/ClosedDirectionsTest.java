package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Account.Lost;
import io.erpsync.sync.core.model.LimeStatus;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the matrix does not let through is answered all the same. */
class ClosedDirectionsTest {

    @Test
    void answersTheButtonWithAnErrorThatSaysWhereToCreate() {
        Stage stage = Stage.withCard(Fixtures.erpOnly(), Fixtures.bakery());

        stage.press().run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text())
                .startsWith("Customers are not created from Lime in this connection.")
                .contains("Create it in Fortnox.");
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void putsTheErpsValueBackOverAnEditThatLimeMayNotMake() {
        Stage stage = Stage.linked(Fixtures.createdInLimeKeptByErp());

        stage.editCard("name", "Mine").run();

        assertThat(stage.onCard("name")).isEqualTo("Bakery");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.writes(Side.ERP)).isEmpty();
        assertThat(stage.lost()).containsExactly(new Lost(Side.LIME, "name", Value.text("Mine")));
    }

    @Test
    void leavesTheEditWherePuttingBackIsOff() {
        Stage stage = Stage.linked(Fixtures.createdInLimeKeptByErp().puttingBack(false));

        stage.editCard("name", "Mine").run();

        assertThat(stage.onCard("name")).isEqualTo("Mine");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void answersAnEditWhereNeitherSideMayUpdate() {
        Stage stage =
                Stage.linked(
                        Fixtures.standard()
                                .directions(
                                        new io.erpsync.connection.rules.Directions(
                                                Set.of(Side.LIME), Set.of())));

        stage.editCard("name", "Mine").run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.writes(Side.ERP)).isEmpty();
        assertThat(stage.onCard("name")).isEqualTo("Mine");
    }

    @Test
    void doesNotFollowAnEditThatTheErpMayNotMake() {
        Stage stage = Stage.linked(Fixtures.standard());

        stage.editCustomer("Name", "Theirs").run();

        assertThat(stage.onCard("name")).isEqualTo("Bakery");
        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void overwritesTheErpsDriftWithTheNextEdit() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCustomer("Name", "Theirs").run();

        stage.editCard("phone", "2").run();

        assertThat(stage.inErp("Name")).isEqualTo("Bakery");
        assertThat(stage.inErp("Phone")).isEqualTo("2");
    }
}

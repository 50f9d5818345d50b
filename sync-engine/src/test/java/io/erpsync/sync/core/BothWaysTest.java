package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Account.Lost;
import io.erpsync.sync.core.world.Temper;
import org.junit.jupiter.api.Test;

/** Both sides may edit: field by field, and the leader where both edited the same one. */
class BothWaysTest {

    @Test
    void mergesEditsOfDifferentFields() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.world.editCustomer(Stage.CUSTOMER, "City", "Lund");

        stage.editCard("name", "New Bakery").run();

        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.lost()).isEmpty();
    }

    @Test
    void letsTheLeaderWinAndKeepsTheOtherValue() {
        Stage stage = Stage.linked(Fixtures.bothWays().ledBy(Side.LIME));
        stage.world.editCustomer(Stage.CUSTOMER, "Name", "From the ERP");

        stage.editCard("name", "From Lime").run();

        assertThat(stage.inErp("Name")).isEqualTo("From Lime");
        assertThat(stage.lost())
                .containsExactly(new Lost(Side.ERP, "Name", Value.text("From the ERP")));
    }

    @Test
    void letsTheErpWinWhereItLeads() {
        Stage stage = Stage.linked(Fixtures.bothWays().ledBy(Side.ERP));
        stage.world.editCustomer(Stage.CUSTOMER, "Name", "From the ERP");

        stage.editCard("name", "From Lime").run();

        assertThat(stage.onCard("name")).isEqualTo("From the ERP");
        assertThat(stage.lost())
                .containsExactly(new Lost(Side.LIME, "name", Value.text("From Lime")));
    }

    @Test
    void losesNothingWhenBothWroteTheSame() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.world.editCustomer(Stage.CUSTOMER, "Name", "Same");

        stage.editCard("name", "Same").run();

        assertThat(stage.lost()).isEmpty();
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void doesNotWriteBackWhatTheErpMadeOfAValue() {
        Stage stage = Stage.linked(Fixtures.bothWays());

        stage.editCard("city", " lund ").run();

        assertThat(stage.inErp("City")).isEqualTo("LUND");
        assertThat(stage.onCard("city")).isEqualTo(" lund ");
    }

    @Test
    void staysQuietWhenBothSidesAreSeenAgain() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.editCard("city", "lund").run();
        int before = stage.sent().size();

        stage.world.seeAll();
        stage.run();

        assertThat(stage.sent()).hasSize(before);
    }

    @Test
    void looksWhenAnObservationIsTooCloseToAWriteToTellWhichCameFirst() {
        Stage stage = Stage.linked(Fixtures.bothWays(), new Temper(false, true));
        stage.editCard("name", "New Bakery").next().next().next().next();

        stage.editCustomer("City", "Lund");

        assertThat(stage.onCard("city")).isEqualTo("Umea");
        stage.run();
        assertThat(stage.onCard("city")).isEqualTo("LUND");
    }

    @Test
    void doesNotBelieveAnObservationFromBeforeTheLastWrite() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.editCard("name", "New Bakery").run();

        stage.world.seeOldCustomer(Stage.CUSTOMER);
        stage.run();

        assertThat(stage.onCard("name")).isEqualTo("New Bakery");
        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
    }
}

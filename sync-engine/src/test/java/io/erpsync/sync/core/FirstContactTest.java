package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Fields;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.world.Temper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is met for the first time was not changed by being met. */
class FirstContactTest {

    static List<Sketch> matrices() {
        return Fixtures.everyMatrix();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void writesNothingForWhatWasThereBefore(Sketch sketch) {
        for (Sketch variant : List.of(sketch, sketch.withoutTrigger())) {
            for (String status : List.of("", "synced", "error", "strange")) {
                Stage stage = differing(variant, status);

                stage.world.seeAll();
                stage.run();
                stage.world.seeAll();
                stage.run();

                assertThat(stage.sent()).as(status).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void writesNothingAfterItsMemoryWasLost(Sketch sketch) {
        Stage stage = Stage.linked(sketch);

        stage.world.loseMemory();
        stage.world.seeAll();
        stage.run();

        assertThat(stage.sent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void answersWhatAsksForASyncEvenAtFirstSight(Sketch sketch) {
        for (String status : List.of("readyforfirstsync", "updatesmade", "inprocess")) {
            Stage stage = differing(sketch, status);

            stage.world.seeAll();
            stage.run();

            assertThat(stage.status()).isIn(LimeStatus.SYNCED, LimeStatus.ERROR);
        }
    }

    @Test
    void followsAnEditMadeAfterTheFirstContact() {
        Stage stage = differing(Fixtures.bothWays(), "synced");
        stage.world.seeAll();
        stage.run();

        stage.editCustomer("City", "Lund").run();

        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.onCard("name")).isEqualTo("In Lime");
    }

    @Test
    void createsForANewCustomerButNotForTheOldOnes() {
        Stage stage = differing(Fixtures.erpOnly(), "synced");
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.goLive();
        stage.world.addCustomer(Fixtures.fields("Name", "Newcomer"));

        stage.world.seeAll();
        stage.run();

        assertThat(stage.world.lime().ids()).hasSize(2);
    }

    private static Stage differing(Sketch sketch, String status) {
        Stage stage = Stage.of(sketch, Temper.CALM);
        stage.world.addCustomer(Fixtures.fields("Name", "In the ERP", "Phone", "1"));
        Fields card = Fixtures.fields("name", "In Lime", "erp_id", "1", "erp_status", status);
        stage.world.addCard(card);
        stage.world.goLive();
        return stage;
    }
}

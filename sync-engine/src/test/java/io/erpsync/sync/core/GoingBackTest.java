package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.erpsync.model.Action;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Work;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.World;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ERP tells no versions: a value that seems to be back may be an answer from the past. */
class GoingBackTest {

    private final Stage stage = Stage.linked(Fixtures.bothWays());

    @BeforeEach
    void changesTheCityInTheErp() {
        stage.editCustomer("City", "Lund").run();
        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.writes(Side.LIME)).hasSize(1);
    }

    @Test
    void doesNotTakeAnAnswerFromThePastForAnEdit() {
        stage.world.seeLaggingCustomer(Stage.CUSTOMER);
        stage.run();

        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.writes(Side.LIME)).hasSize(1);
    }

    @Test
    void doesNotTakeItForOneWithinARoundEither() {
        stage.editCard("name", "New Bakery").until(Side.ERP, Action.READ).next(Fault.STALE);
        assertThat(waiting().work()).isInstanceOf(Work.LookInErp.class);
        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
        assertThat(stage.onCard("city")).isEqualTo("LUND");
        assertThat(stage.writes(Side.LIME))
                .filteredOn(order -> order.fields().has("city"))
                .hasSize(1);
    }

    @Test
    void believesAUserWhoPutsAValueBackOnceThatCanBeTold() {
        stage.editCustomer("City", "Umea").next();

        assertThat(waiting().reason()).isEqualTo(Reason.PERHAPS_STALE);
        Duration settleTime = stage.world.rules().erp().settleTime();
        assertThat(waiting().until())
                .as("counted on our clock, whatever the ERP's says")
                .isCloseTo(World.NOW.plus(settleTime), within(5, ChronoUnit.SECONDS));
        stage.run();
        assertThat(stage.onCard("city")).isEqualTo("UMEA");
    }

    @Test
    void believesHimThoughTheNextAnswerIsFromThePast() {
        stage.editCustomer("City", "Umea").next(Fault.STALE);
        stage.run();

        assertThat(stage.onCard("city")).isEqualTo("UMEA");
        assertThat(stage.inErp("City")).isEqualTo("UMEA");
    }

    @Test
    void goesOnWithWhatLimeAsksForMeanwhile() {
        stage.world.seeLaggingCustomer(Stage.CUSTOMER);
        stage.next(Fault.STALE);
        assertThat(stage.link().phase()).isInstanceOf(Phase.Waiting.class);

        stage.editCard("name", "New Bakery").until(Side.ERP, Action.UPDATE).next();

        assertThat(stage.inErp("Name")).isEqualTo("New Bakery");
        stage.run();
        assertThat(stage.onCard("city")).isEqualTo("LUND");
    }

    @Test
    void believesAtOnceWhatTheFieldNeverHeld() {
        stage.editCustomer("City", "Malmo").next();

        assertThat(stage.onCard("city")).isEqualTo("MALMO");
    }

    @Test
    void believesAtOnceWhatWasLeftLongAgo() {
        stage.world.passTime();

        stage.editCustomer("City", "Umea").next();

        assertThat(stage.onCard("city")).isEqualTo("UMEA");
    }

    @Test
    void asksForNothingWhereNothingFlowsBack() {
        Stage oneWay = Stage.linked(Fixtures.standard());
        oneWay.editCard("city", "Lund").run();
        int before = oneWay.sent().size();

        oneWay.world.seeLaggingCustomer(Stage.CUSTOMER);
        oneWay.run();

        assertThat(oneWay.sent()).hasSize(before);
    }

    private Phase.Waiting waiting() {
        return (Phase.Waiting) stage.link().phase();
    }
}

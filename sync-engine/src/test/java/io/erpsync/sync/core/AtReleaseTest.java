package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Action;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.world.Fault;
import io.erpsync.sync.core.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A step may have waited for long: what it was meant for is looked at anew when its turn comes. */
class AtReleaseTest {

    private static final Directions CLOSED = new Directions(Set.of(), Set.of());

    private static Decision released(Link link, Sketch sketch) {
        return Decider.decide(
                link, new Event.Released(World.NOW), sketch.rules(), NobodyElse.known());
    }

    private static Stage newCustomer() {
        Stage stage = Stage.of(Fixtures.erpOnly().matching(Matching.OFF));
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.seeAll();
        return stage;
    }

    @Test
    void createsNoCardWhereOneCameMeanwhile() {
        Stage stage = newCustomer();
        String card =
                stage.world.addCard(
                        Fixtures.fields("name", "Shop", "erp_id", "1", "erp_status", "synced"));
        stage.world.goLive();
        stage.world.seeCard(card);

        stage.run();

        assertThat(stage.world.lime().ids()).hasSize(1);
        assertThat(stage.isIdle()).isTrue();
    }

    @Test
    void createsNoCardForWhatAFilterLeavesOutByNow() {
        Sketch filtered = Fixtures.erpOnly().filtered(Map.of(), Map.of("City", "LUND"));

        Decision decision = released(newCustomer().link(), filtered);

        assertThat(decision.order()).isNull();
        assertThat(decision.account().why()).isEqualTo(Why.FILTERED);
        assertThat(decision.link().phase()).isInstanceOf(Phase.Idle.class);
    }

    @Test
    void createsNoCardWhereTheDirectionWasClosedMeanwhile() {
        Decision decision = released(newCustomer().link(), Fixtures.erpOnly().directions(CLOSED));

        assertThat(decision.order()).isNull();
        assertThat(decision.account().why()).isEqualTo(Why.DIRECTION_CLOSED);
        assertThat(decision.link().phase()).isInstanceOf(Phase.Idle.class);
    }

    @Test
    void looksWhetherAnUpdateWasDoneThatMayNotBeRepeated() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("city", "Oslo").until(Side.ERP, Action.UPDATE).next(Fault.UNKNOWN_LOST);
        Sketch closed = Fixtures.standard().directions(CLOSED);
        Event due = new Event.Due(World.NOW.plus(Duration.ofDays(1)));
        Link settled = Decider.decide(stage.link(), due, closed.rules(), NobodyElse.known()).link();

        Decision held = released(settled, closed);
        Order order = released(held.link(), closed).order();

        assertThat(held.account().kind()).isEqualTo(Kind.HOLD);
        assertThat(order).extracting(Order::action).isEqualTo(Action.READ);
    }

    @Test
    void answersACardWhoseCreateMayNotBeRepeatedAndKeepsThatItMayHaveBeenDone() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.UNKNOWN_WRITTEN);
        Sketch closed = Fixtures.standard().directions(CLOSED);
        Event due = new Event.Due(World.NOW.plus(Duration.ofDays(1)));
        Link settled = Decider.decide(stage.link(), due, closed.rules(), NobodyElse.known()).link();

        Decision decision = released(settled, closed);

        assertThat(decision.account().kind()).isEqualTo(Kind.DEAD_LETTER);
        assertThat(decision.link().createSince()).isNotNull();
    }

    @Test
    void looksForWhatACreateMayHaveMadeThatWasRefusedLater() {
        Sketch sketch = Fixtures.standard().matching(Matching.OFF);
        Stage stage = Stage.withCard(sketch, Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.UNKNOWN_WRITTEN);
        stage.world.passTime();
        stage.world.carryOut(stage.link().id(), Fault.NONE);
        Phase.Open open = (Phase.Open) stage.link().phase();
        Outcome refused = new Outcome.Refused(Reason.REFUSED_BY_RULE, null, "no");
        Event answer = new Event.Answered(open.command(), refused, World.NOW, World.NOW);

        Link failed =
                Decider.decide(stage.link(), answer, sketch.rules(), NobodyElse.known()).link();
        Order again = released(failed.ready(open.work()), sketch).order();

        assertThat(again)
                .extracting(Order::action, Order::attemptedSince)
                .containsExactly(Action.CREATE, open.attemptedSince());
    }

    @Test
    void looksForTheCustomerOfACardInProcessThatItDoesNotRemember() {
        Stage stage = Stage.withCard(Fixtures.standard().matching(Matching.OFF), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE);
        stage.world.carryOut(stage.link().id(), Fault.UNKNOWN_WRITTEN);
        stage.world.loseMemory();

        stage.world.seeCard(Stage.CARD);
        stage.run();

        assertThat(stage.world.erp().numbers()).hasSize(1);
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
    }

    @Test
    void answersACardThatAskedWhileTheBrakeHeldWhatTheErpChanged() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.editCustomer("City", "OSLO");
        stage.world.brake(stage.link().id());
        stage.editCard("phone", "2");

        stage.world.discardBrake(stage.link().id());
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.inErp("Phone")).isEqualTo("2");
    }

    @Test
    void leavesANumberAloneThatWasTypedBeforeTheOldOneWasPutBack() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.emptyNumber(Stage.CARD);
        stage.world.seeCard(Stage.CARD);
        stage.world.renumber(Stage.CARD, "2");
        stage.world.seeCard(Stage.CARD);

        stage.run();

        assertThat(stage.onCard("erp_id")).isEqualTo("2");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void writesNothingOnACardThatWasTakenOutOfTheSyncMeanwhile() {
        Stage stage = Stage.linked(Fixtures.createdInLimeKeptByErp());
        stage.editCustomer("City", "OSLO");
        stage.world.disconnect(Stage.CARD);
        stage.world.seeCard(Stage.CARD);

        stage.run().editCustomer("City", "ROM").run();

        assertThat(stage.link().phase()).isInstanceOf(Phase.Closed.class);
        assertThat(stage.status()).isEqualTo(LimeStatus.EMPTY);
        assertThat(stage.onCard("erp_id")).isEmpty();
        assertThat(stage.onCard("city")).isEqualTo("Umea");
    }

    @Test
    void waitsLongerAndLongerForAListThatIsNotRead() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.foundry());
        stage.world.loadIndex(false);
        stage.press();
        for (int turn = 0; turn < 6; turn++) {
            stage.next();
            stage.world.passTime();
        }

        assertThat(stage.link().attempts()).isGreaterThan(3);
        stage.world.loadIndex(true);
        stage.run();
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void remembersThatAPersonAskedUntilAllIsDone() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("city", "Oslo").until(Side.ERP, Action.UPDATE).next(Fault.REFUSED).run();

        stage.world.replay(stage.link().id());

        assertThat(stage.link().confirmed()).isTrue();
        stage.until(Side.ERP, Action.UPDATE);
        assertThat(stage.link().confirmed()).isTrue();
        stage.run();
        assertThat(stage.link().confirmed()).isFalse();
        assertThat(stage.inErp("City")).isEqualTo("OSLO");
    }
}

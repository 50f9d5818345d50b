package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Action;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.world.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An answer that never came says nothing about what was written. */
class LostAnswersTest {

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "REFUSED", "CONFLICT"},
            mode = Mode.EXCLUDE)
    void createsOnceWhateverBecameOfTheFirstAttempt(Fault fault) {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(fault);

        stage.run();

        assertThat(stage.world.erp().numbers()).hasSize(1);
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "REFUSED", "CONFLICT"},
            mode = Mode.EXCLUDE)
    void createsOneCardWhateverBecameOfTheFirstAttempt(Fault fault) {
        Stage stage = Stage.of(Fixtures.erpOnly());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.seeAll();
        stage.next(fault);

        stage.run();

        assertThat(stage.world.lime().ids()).hasSize(1);
        assertThat(stage.isIdle()).isTrue();
    }

    @Test
    void waitsUntilTheWriteHasSettledAndSaysThatItWasAttempted() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.UNKNOWN_LATE);

        assertThat(stage.link().phase()).isInstanceOf(Phase.Settling.class);
        int sent = stage.sent().size();
        stage.editCard("name", "Other");
        assertThat(stage.sent()).hasSize(sent);

        stage.world.passTime();
        stage.world.carryOut(stage.link().id(), Fault.NONE);

        Order again = stage.writes(Side.ERP).getLast();
        assertThat(again.action()).isEqualTo(Action.CREATE);
        assertThat(again.attemptedSince()).isNotNull();
    }

    @Test
    void endsTheWaitWhenTheRecordIsSeen() {
        Stage stage = Stage.withCard(Fixtures.bothWays(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.UNKNOWN_WRITTEN);

        stage.world.seeCustomer("1");

        assertThat(stage.link().phase()).isInstanceOf(Phase.Ready.class);
        stage.run();
        assertThat(stage.world.erp().numbers()).hasSize(1);
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void readsTheCardAfterAStatusWriteOfUnknownFate(Fault fault) {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").next(fault);
        boolean unknown = stage.link().phase() instanceof Phase.Settling;

        if (unknown) {
            stage.world.passTime();
            stage.world.carryOut(stage.link().id(), Fault.NONE);
            assertThat(stage.sent().getLast()).isEqualTo("LIME READ []");
        }
        stage.run();

        assertThat(stage.status())
                .isEqualTo(fault == Fault.REFUSED ? LimeStatus.UPDATESMADE : LimeStatus.SYNCED);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void answersTheCardWhateverBecameOfTheFirstAnswer(Fault fault) {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next().next(fault);

        stage.run();

        if (fault != Fault.REFUSED) {
            assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
            assertThat(stage.onCard("erp_id")).isEqualTo("1");
        }
        assertThat(stage.world.erp().numbers()).hasSize(1);
    }

    @Test
    void doesNotCountAsARefusalThatTheErpIsAway() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE);

        for (int i = 0; i < 30; i++) {
            stage.next(Fault.UNAVAILABLE);
            stage.world.passTime();
        }

        assertThat(stage.status()).isEqualTo(LimeStatus.INPROCESS);
        assertThat(stage.deadLetters()).isEmpty();
        stage.run();
        assertThat(stage.inErp("Name")).isEqualTo("First");
    }

    @Test
    void doesNothingOnAResultThatCameBefore() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").next();

        stage.world.deliverAgain();

        assertThat(stage.lastDecision().account().why()).isEqualTo(Why.ALREADY_ANSWERED);
        stage.run();
        assertThat(stage.writes(Side.ERP)).hasSize(1);
    }

    @Test
    void acceptsWhatAWriterFoundAfterItsRestart() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE);
        stage.world.carryOut(stage.link().id(), Fault.NONE);

        stage.world.restartWriter(stage.link().id());
        stage.run();

        assertThat(stage.world.erp().numbers()).hasSize(1);
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void waitsForALostWriteThoughTheCustomerIsGone() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE).next(Fault.UNKNOWN_LATE);
        stage.world.deleteCustomer(Stage.CUSTOMER);

        stage.world.poll();

        assertThat(stage.link().phase()).isInstanceOf(Phase.Settling.class);
        assertThat(stage.run().status()).isEqualTo(LimeStatus.ERROR);
    }

    @Test
    void answersACardThatAsksThoughItsCustomerIsSeenToBeGoneAgain() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.deleteCustomer(Stage.CUSTOMER);
        stage.world.poll();
        stage.run();

        stage.editCard("name", "First");
        stage.world.poll();

        assertThat(stage.run().status()).isEqualTo(LimeStatus.ERROR);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "UNAVAILABLE"})
    void keepsADoubtThatALookDidNotAnswer(Fault fault) {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.editCard("name", "First").until(Side.ERP, Action.READ);
        stage.editCustomer("City", "Lund");

        stage.next(fault).run();

        assertThat(stage.onCard("city")).isEqualTo("LUND");
    }

    @Test
    void keepsAnEditThatTheErpsUsersMadeToACreateOfUnknownFate() {
        Stage stage = Stage.withCard(Fixtures.bothWays(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.UNKNOWN_WRITTEN);
        stage.world.editCustomer("1", "Name", "Renamed");

        stage.run();

        assertThat(stage.onCard("name")).isEqualTo(stage.inErp("Name"));
    }

    @Test
    void doesNotBeginANewRoundForAValueThatNeededNoWriteWhenTheAnswerOfTheRoundIsLost() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.world.editCustomer(Stage.CUSTOMER, "Name", "Same");
        stage.editCard("name", "Same").next().next().next(Fault.UNKNOWN_WRITTEN);
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        int before = stage.writes(Side.LIME).size();

        stage.run();

        assertThat(stage.writes(Side.LIME)).hasSize(before);
    }
}

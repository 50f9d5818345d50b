package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Action;
import io.erpsync.model.LinkId;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.world.Fault;
import org.junit.jupiter.api.Test;

/** What operators ask for. */
class RequestsTest {

    private static final LinkId CARD_LINK = new LinkId("lime-1001");

    @Test
    void replaysAFailedUpdate() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").until(Side.ERP, Action.UPDATE).next(Fault.REFUSED).run();

        stage.world.replay(stage.link().id());
        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("First");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.link().problem()).isNull();
    }

    @Test
    void replaysAFailedCreate() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.REFUSED).run();

        stage.world.replay(stage.link().id());
        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("Bakery");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void replaysAnEditOfTheErpThatLimeRefused() {
        Stage stage = Stage.linked(Fixtures.erpOnly());
        stage.editCustomer("Name", "New").next(Fault.REFUSED).run();

        stage.world.replay(stage.link().id());
        stage.run();

        assertThat(stage.onCard("name")).isEqualTo("New");
        assertThat(stage.link().problem()).isNull();
        assertThat(stage.text()).isEmpty();
    }

    @Test
    void replaysAParkedCard() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").next(Fault.REFUSED).run();

        stage.world.replay(stage.link().id());
        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("First");
    }

    @Test
    void skipsAReplayOfWhatDidNotFail() {
        Stage stage = Stage.linked(Fixtures.standard());

        stage.world.replay(stage.link().id());

        assertThat(stage.lastDecision().account().kind()).isEqualTo(Account.Kind.SKIP);
        assertThat(stage.run().sent()).isEmpty();
    }

    @Test
    void sendsACardNowWhateverItsStatus() {
        for (String status : new String[] {"", "error", "synced"}) {
            Stage stage = Stage.of(Fixtures.standard());
            stage.world.addCard(Fixtures.bakery());
            stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_status", status));
            stage.world.goLive();
            stage.world.seeAll();

            stage.world.sendNow(stage.link().id());
            stage.run();

            assertThat(stage.inErp("Name")).as(status).isEqualTo("Bakery");
            assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        }
    }

    @Test
    void linksWhatAPersonSaysIsOneAndWritesNothingByIt() {
        Stage stage = twoStrangers();

        stage.world.request(CARD_LINK, linkAsked());
        stage.run();

        assertThat(stage.writes(Side.ERP)).isEmpty();
        assertThat(stage.onCard("name")).isEqualTo("Bakery");
    }

    @Test
    void exchangesValuesOnceALinkedCardIsSent() {
        Stage stage = twoStrangers();
        stage.world.request(CARD_LINK, linkAsked());

        stage.world.press(Stage.CARD);
        stage.run();

        assertThat(stage.inErp("Name")).isEqualTo("Bakery");
        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.world.erp().numbers()).hasSize(1);
    }

    @Test
    void takesALinkedCardInForAnEditOfTheErpAlone() {
        Stage stage = Stage.of(Fixtures.erpOnly());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.addCard(Fixtures.bakery());
        stage.world.goLive();
        stage.world.seeAll();
        stage.world.request(CARD_LINK, linkAsked());
        stage.world.seeAll();

        stage.editCard("city", "Lund").run();

        assertThat(stage.sent()).isEmpty();

        stage.editCustomer("City", "Bergen").run();

        assertThat(stage.onCard("city")).isEqualTo("BERGEN");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
    }

    @Test
    void refusesToLinkACustomerThatAnotherCardHas() {
        Stage stage = Stage.linked(Fixtures.standard());
        String other = stage.world.addCard(Fixtures.bakery());
        stage.world.seeCard(other);

        stage.world.request(new LinkId("lime-" + other), linkAsked());

        assertThat(stage.lastDecision().link().erp().exists()).isFalse();
    }

    @Test
    void dissolvesALink() {
        Stage stage = Stage.linked(Fixtures.bothWays());

        stage.world.request(stage.link().id(), new Event.UnlinkAsked());
        stage.editCustomer("Name", "Elsewhere").run();

        assertThat(stage.sent()).isEmpty();
        assertThat(stage.link().phase()).isInstanceOf(Phase.Closed.class);
    }

    @Test
    void partsNothingWhileTheCardWaitsForItsAnswer() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").next();

        stage.world.request(stage.link().id(), new Event.UnlinkAsked());

        assertThat(stage.lastDecision().account().why()).isEqualTo(Why.WAITS_FOR_RESULT);
        assertThat(stage.run().status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.inErp("Name")).isEqualTo("First");
    }

    @Test
    void joinsNothingWhileACreateMayHaveBeenCarriedOut() {
        Stage stage = Stage.withCard(Fixtures.standard(), Fixtures.bakery());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.goLive();
        stage.press().until(Side.ERP, Action.CREATE).next(Fault.UNKNOWN_WRITTEN);
        stage.world.passTime();

        stage.world.request(CARD_LINK, linkAsked());

        assertThat(stage.lastDecision().account().why()).isEqualTo(Why.WAITS_FOR_RESULT);
        assertThat(stage.run().onCard("erp_id")).isEqualTo("2");
    }

    @Test
    void putsTheNumberOnACardThatIsJoinedAgain() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.request(CARD_LINK, new Event.UnlinkAsked());
        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", ""));
        stage.world.seeCard(Stage.CARD);

        stage.world.request(CARD_LINK, linkAsked());

        assertThat(stage.run().onCard("erp_id")).isEqualTo("1");
    }

    @Test
    void believesNoOldCardOfALinkThatWasDissolved() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("name", "First").run();
        stage.world.request(CARD_LINK, new Event.UnlinkAsked());

        stage.world.seeOldCard(Stage.CARD);

        assertThat(stage.lastDecision().account().why()).isEqualTo(Why.OLD_OBSERVATION);
        assertThat(stage.link().phase()).isInstanceOf(Phase.Closed.class);
    }

    private static Stage twoStrangers() {
        Stage stage = Stage.of(Fixtures.standard());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.addCard(Fixtures.bakery());
        stage.world.goLive();
        stage.world.seeAll();
        return stage;
    }

    private static Event linkAsked() {
        return new Event.LinkAsked(
                new RecordReference(SystemName.LIME, "company", Stage.CARD),
                new RecordReference(Fixtures.ERP, "customer", Stage.CUSTOMER));
    }
}

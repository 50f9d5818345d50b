package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The number on a card is the key: what becomes of two cards with one, or of one that changes. */
class NumbersTest {

    private static final String SECOND = "1002";

    static java.util.List<Sketch> matrices() {
        return Fixtures.namedMatrices();
    }

    /** The first card has customer 1; a second, pressed, shows the same number. */
    private static Stage contested(Sketch sketch) {
        Stage stage = Stage.linked(sketch);
        stage.world.addCard(Fixtures.fields("name", "Cafe", "erp_id", "1"));
        stage.world.press(SECOND);
        stage.run();
        return stage;
    }

    private static Problem problemOf(Stage stage, String card) {
        Problem problem = null;
        for (Link link : stage.world.links()) {
            if (link.id().equals(new LinkId("lime-" + card))) {
                problem = link.problem();
            }
        }
        return problem == null
                ? new Problem(Reason.UNRECOGNISED, Side.LIME, null, "none")
                : problem;
    }

    private static String text(Stage stage, String card) {
        return shown(stage, card, "erp_errormessage");
    }

    private static String shown(Stage stage, String card, String property) {
        var there = stage.world.lime().card(card);
        return there == null ? "no card" : there.fields().get(property).shown();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void tellsBothCardsOfEachOther(Sketch sketch) {
        Stage stage = contested(sketch);

        assertThat(stage.world.lime().status(SECOND)).isEqualTo(LimeStatus.ERROR);
        assertThat(text(stage, SECOND)).contains("Bakery (1001)");
        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).contains("Cafe (1002)");
        assertThat(problemOf(stage, Stage.CARD).reason()).isEqualTo(Reason.CONTESTED);
        assertThat(stage.writes(Side.ERP)).isEmpty();
        assertThat(stage.deadLetters()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void writesNeitherWhileTheNumberIsContested(Sketch sketch) {
        Stage stage = contested(sketch);

        stage.editCustomer("Phone", "2").run();
        stage.editCard("city", "Lund").run();

        assertThat(stage.writes(Side.ERP)).isEmpty();
        assertThat(stage.onCard("phone")).isEqualTo("1");
        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).contains("Cafe (1002)");
    }

    @Test
    void sendsWhatTheContestStoppedOnceTheSecondCardIsCorrected() {
        Stage stage = contested(Fixtures.bothWays());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.goLive();
        stage.editCustomer("Phone", "2").run();
        stage.editCard("city", "Lund").run();

        stage.world.saveCard(SECOND, Fixtures.fields("erp_id", "2"));
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).isEmpty();
        assertThat(stage.onCard("phone")).isEqualTo("2");
        assertThat(stage.inErp("City")).isEqualTo("LUND");
        assertThat(stage.world.lime().status(SECOND)).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.world.links()).allMatch(link -> link.problem() == null);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void clearsTheFirstCardOnceTheSecondLosesItsNumber(Sketch sketch) {
        Stage stage = contested(sketch);

        stage.world.saveCard(SECOND, Fixtures.fields("erp_id", ""));
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).isEmpty();
        assertThat(problemOf(stage, Stage.CARD).words()).isEqualTo("none");
    }

    @Test
    void clearsTheFirstCardOnceTheSecondIsDeleted() {
        Stage stage = contested(Fixtures.standard());

        stage.world.deleteCard(SECOND);
        stage.run();

        assertThat(stage.text()).isEmpty();
    }

    @Test
    void namesEveryOtherClaimantUntilTheLastLetsGo() {
        Stage stage = contested(Fixtures.standard());
        stage.world.addCard(Fixtures.fields("name", "Deli", "erp_id", "1"));
        stage.world.press("1003");
        stage.run();

        assertThat(problemOf(stage, Stage.CARD).words()).isEqualTo("Cafe (1002) · Deli (1003)");

        stage.world.deleteCard(SECOND);
        stage.run();

        assertThat(problemOf(stage, Stage.CARD).words()).isEqualTo("Deli (1003)");

        stage.world.deleteCard("1003");
        stage.run();

        assertThat(stage.text()).isEmpty();
    }

    @Test
    void tellsTheFirstCardAlsoWhenItIsInProcess() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.editCard("city", "Lund").next();
        stage.world.addCard(
                Fixtures.fields("name", "Cafe", "erp_id", "1", "erp_status", "readyforfirstsync"));

        stage.run();

        assertThat(stage.text()).contains("Cafe (1002)");
        assertThat(text(stage, SECOND)).contains("Bakery (1001)");
    }

    @Test
    void letsTheFirstCardMoveToAnotherNumber() {
        Stage stage = contested(Fixtures.standard());
        stage.world.addCustomer(Fixtures.shopInErp());

        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", "2", "phone", "9"));
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).isEmpty();
        assertThat(problemOf(stage, Stage.CARD).words()).isEqualTo("none");
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void relinksACardWhoseNumberAloneWasChanged(Sketch sketch) {
        Stage stage = Stage.linked(sketch);
        stage.world.addCustomer(Fixtures.fields("Name", "Bakery", "Phone", "8"));
        stage.world.goLive();

        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", "2"));
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.onCard("erp_id")).isEqualTo("2");
        assertThat(stage.inErp("Phone")).isEqualTo("1");
        assertThat(stage.link().erp().reference())
                .isEqualTo(new RecordReference(Fixtures.ERP, "customer", "2"));
    }

    @Test
    void saysWhenTheNewNumberDoesNotExistAndTriesTheNextOne() {
        Stage stage = Stage.linked(Fixtures.standard());
        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", "77"));
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).contains("77");

        stage.world.saveCard(Stage.CARD, Fixtures.fields("erp_id", "1"));
        stage.run();

        assertThat(stage.status()).isEqualTo(LimeStatus.SYNCED);
        assertThat(stage.text()).isEmpty();
        assertThat(stage.world.erp().numbers()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void putsBackANumberThatWasEmptiedAlone(Sketch sketch) {
        Stage stage = Stage.linked(sketch);

        stage.world.saveCard(Stage.CARD, Fields.NONE.with("erp_id", Value.empty()));
        stage.run();

        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.sent()).containsExactly("LIME UPDATE [erp_id]");
    }

    @Test
    void writesTheNumberOfTheCustomerThatAPersonLinkedOverAWrongOne() {
        Stage stage = Stage.of(Fixtures.standard());
        stage.world.addCustomer(Fixtures.shopInErp());
        stage.world.addCard(Fixtures.bakery().with("erp_id", Value.text("77")));
        stage.world.goLive();
        stage.world.press(Stage.CARD);
        stage.run();

        stage.world.request(
                new LinkId("lime-" + Stage.CARD),
                new Event.LinkAsked(
                        new RecordReference(SystemName.LIME, "company", Stage.CARD),
                        new RecordReference(Fixtures.ERP, "customer", "1")));
        stage.run();

        assertThat(stage.onCard("erp_id")).isEqualTo("1");
        assertThat(stage.writes(Side.ERP)).isEmpty();
    }

    @Test
    void neverCreatesAgainWhatIsGoneFromTheErp() {
        Stage stage = Stage.linked(Fixtures.bothWays());
        stage.world.deleteCustomer(Stage.CUSTOMER);
        stage.run();

        stage.editCard("city", "Lund").run();
        stage.press().run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).contains("no longer in Fortnox");
        assertThat(stage.writes(Side.ERP)).noneMatch(order -> order.action() == Action.CREATE);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void doesNotBringADeletedCardBack(Sketch sketch) {
        Stage stage = Stage.linked(sketch);
        stage.world.deleteCard(Stage.CARD);
        stage.run();

        stage.editCustomer("Phone", "2").run();

        assertThat(stage.world.lime().ids()).isEmpty();
        assertThat(stage.sent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void makesADeletedCardAnewForALaterEditWhereTheRulesSaySo(Sketch sketch) {
        Stage stage = Stage.linked(sketch.whenDeleted(WhenDeleted.RECREATE));
        stage.world.deleteCard(Stage.CARD);
        stage.run();

        stage.world.seeCustomer(Stage.CUSTOMER);
        stage.run();

        assertThat(stage.world.lime().ids()).isEmpty();

        stage.editCustomer("Phone", "2").run();

        boolean open = sketch.directions().mayCreateFrom(Side.ERP);
        assertThat(stage.world.lime().ids()).hasSize(open ? 1 : 0);
        if (open) {
            assertThat(shown(stage, SECOND, "phone")).isEqualTo("2");
            assertThat(shown(stage, SECOND, "erp_id")).isEqualTo("1");
            assertThat(stage.world.lime().status(SECOND)).isEqualTo(LimeStatus.SYNCED);
        }
    }
}

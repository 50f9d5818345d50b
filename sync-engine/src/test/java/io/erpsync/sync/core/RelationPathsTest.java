package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Action;
import io.erpsync.model.Side;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is mapped over a relation is no part of Lime's answer to a write. */
class RelationPathsTest {

    private static final String PATH = "coworker.email";

    private static final List<MappingEntry> MAPPING =
            List.of(Fixtures.NAME, Fixtures.CITY, MappingEntry.of(PATH, "OurReference"));

    private static Stage carded(Sketch sketch) {
        return Stage.withCard(
                sketch.mapping(MAPPING),
                Fixtures.fields("name", "Bakery", "city", "UMEA", PATH, "eva@acme.test"));
    }

    @Test
    void createsWithWhatLiesOverTheRelation() {
        Stage stage = carded(Fixtures.standard());

        stage.press().run();

        assertThat(stage.inErp("OurReference")).isEqualTo("eva@acme.test");
    }

    @Test
    void sendsARelationThatWasChangedJustBeforeTheSnapshot() {
        Stage stage = carded(Fixtures.standard());
        stage.press();
        stage.world.editCard(Stage.CARD, PATH, "bo@acme.test");

        stage.run();

        assertThat(stage.inErp("OurReference")).isEqualTo("bo@acme.test");
    }

    @Test
    void asksForItWithTheSnapshotAlone() {
        Stage stage = carded(Fixtures.standard());

        stage.press().run();

        assertThat(stage.world.journal().orders())
                .filteredOn(order -> !order.answerWith().isEmpty())
                .singleElement()
                .satisfies(
                        order -> {
                            assertThat(order.target()).isEqualTo(Side.LIME);
                            assertThat(order.action()).isEqualTo(Action.UPDATE);
                            assertThat(order.answerWith()).isEqualTo(Set.of(PATH));
                        });
    }

    @Test
    void looksAtNothingAgainBecauseTheAnswerLacksIt() {
        Stage stage = carded(Fixtures.bothWays());
        stage.press().run();
        stage.world.journal().clear();

        stage.world.seeAllLater();
        stage.run();

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void sendsALaterChangeOfTheRelationWithTheNextEdit() {
        Stage stage = carded(Fixtures.standard());
        stage.press().run();
        stage.world.editCard(Stage.CARD, PATH, "bo@acme.test");

        stage.editCard("city", "Lund").run();

        assertThat(stage.inErp("OurReference")).isEqualTo("bo@acme.test");
        assertThat(stage.inErp("City")).isEqualTo("LUND");
    }
}

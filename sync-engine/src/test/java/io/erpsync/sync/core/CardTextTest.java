package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Language;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.text.CardText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands on the card when something was not done. */
class CardTextTest {

    private static final LinkId LINK = new LinkId("abcdefghijkl");

    @Test
    void namesTheFieldAsTheUserReadsItAndTheLimit() {
        Stage stage =
                Stage.withCard(
                        Fixtures.withCatalogues(Fixtures.standard(), Language.SV),
                        Fixtures.fields("name", "A name of more than twenty"));

        stage.press().run();

        assertThat(stage.status()).isEqualTo(LimeStatus.ERROR);
        assertThat(stage.text()).startsWith("Ett värde är för långt. Fält: Företagsnamn.");
        assertThat(stage.text()).endsWith("]");
    }

    @Test
    void saysWhichValueIsMissing() {
        Stage stage =
                Stage.withCard(
                        Fixtures.withCatalogues(Fixtures.standard(), Language.SV),
                        Fixtures.fields("city", "Lund"));

        stage.press().run();

        assertThat(stage.text()).startsWith("En obligatorisk uppgift saknas. Fält: Företagsnamn.");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void keepsWithinTheLengthThatLimeGives(Reason reason) {
        for (Language language : Language.values()) {
            var rules = Fixtures.withCatalogues(Fixtures.standard(), language).rules();
            Problem problem = new Problem(reason, Side.ERP, "Name", "word ".repeat(100));

            String text = CardText.of(problem, LINK, rules);

            assertThat(text).hasSizeLessThanOrEqualTo(120).endsWith(" [abcdefgh]");
            assertThat(text).doesNotContain(reason.name());
        }
    }

    @Test
    void endsWithTheErpsOwnWordsAndTheReference() {
        Problem problem = new Problem(Reason.INVALID_VALUE, Side.ERP, null, "Ogiltigt postnummer");

        String text = CardText.of(problem, LINK, Fixtures.standard().rules());

        assertThat(text)
                .isEqualTo(
                        "Fortnox does not accept one of the values. Correct it and save; it is then"
                                + " sent again. Fortnox answered: \"Ogiltigt postnummer\" [abcdefgh]");
    }
}

package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Language;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.text.CardText;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(stage.text())
                .startsWith(
                        "Ett värde är för långt för Fortnox (högst 20 tecken). Fält: Företagsnamn.");
        assertThat(stage.text()).endsWith("]");
    }

    @Test
    void saysWhichValueIsMissing() {
        Stage stage =
                Stage.withCard(
                        Fixtures.withCatalogues(Fixtures.standard(), Language.SV),
                        Fixtures.fields("city", "Lund"));

        stage.press().run();

        assertThat(stage.text())
                .startsWith("En uppgift som Fortnox kräver saknas. Fält: Företagsnamn.");
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
                        "Fortnox does not accept one of the values. Correct it and save; the customer"
                                + " is then sent again. Fortnox answered: \"Ogiltigt postnummer\" [abcdefgh]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VALUE_TOO_LONG   | ERP  | Name | 20        | SV | Ett värde är för långt för Fortnox (högst 20 tecken). Fält: Företagsnamn. Korta det och spara, så skickas kunden igen.",
                "VALUE_TOO_LONG   | LIME | name | 20        | SV | Ett värde är för långt för Lime (högst 20 tecken). Fält: Företagsnamn. Korta det i Fortnox, så förs det över igen.",
                "VALUE_TOO_LONG   | ERP  | Name | Högst 10. | EN | A value is too long for Fortnox. Field: Företagsnamn. Shorten it and save; the customer is then sent again. Fortnox answered: \"Högst 10.\"",
                "UNKNOWN_OPTION   | ERP  | Name | \"Guld\" | SV | Värdet \"Guld\" finns inte i Fortnox. Fält: Företagsnamn. Rätta värdet och spara, så skickas kunden igen.",
                "UNKNOWN_OPTION   | ERP  | Name | Kan inte hitta prislistan. | SV | Fortnox har inte det värde som valts. Fält: Företagsnamn. Rätta värdet och spara, så skickas kunden igen. Fortnox svarade: \"Kan inte hitta prislistan.\"",
                "UNKNOWN_OPTION   | LIME | name | \"B\"    | EN | The value \"B\" does not exist in Lime. Field: Företagsnamn. Correct it in Fortnox; it is then brought over again.",
                "INVALID_VALUE    | ERP  | Name | Värdet måste vara ett tal. | SV | Fortnox godtar inte ett av värdena. Fält: Företagsnamn. Rätta värdet och spara, så skickas kunden igen. Fortnox svarade: \"Värdet måste vara ett tal.\"",
                "REQUIRED_MISSING | LIME | name | ``        | SV | En uppgift som Lime kräver saknas. Fält: Företagsnamn. Fyll i uppgiften i Fortnox, så förs det över igen.",
                "NUMBER_TAKEN     | ERP  |      | Kundnummer 7 används redan. | SV | Kundnumret används redan i Fortnox. Byt kundnummer på kortet och spara; står inget där, be administratören se över nummerserien i Fortnox. Fortnox svarade: \"Kundnummer 7 används redan.\"",
                "NUMBER_UNKNOWN   | LIME |      | 77        | EN | There is no customer with number 77 in Fortnox. Correct the customer number.",
                "FILTERED         | LIME |      | where-lime | SV | Kunden uppfyller inte villkoren för vilka kunder som skickas till Fortnox. Rätta kortet och spara, eller be administratören ändra villkoren.",
                "FAILS_REPEATEDLY | ERP  |      | 500       | SV | Fortnox svarar med fel för just den här kunden. Spara igen om en stund; hjälper det inte, be administratören. Fortnox svarade: \"500\"",
            })
    void saysWhatHappenedWhereAndWhatToDo(
            Reason reason,
            Side side,
            @Nullable String field,
            String words,
            Language language,
            String text) {
        Problem problem = new Problem(reason, side, field, words);

        assertThat(CardText.of(problem, LINK, longCard(language))).isEqualTo(text + " [abcdefgh]");
    }

    /** Rules under which a card holds a text of any length. */
    private static Rules longCard(Language language) {
        Rules rules = Fixtures.withCatalogues(Fixtures.standard(), language).rules();
        FieldCatalogue lime = Objects.requireNonNull(rules.limeFields());
        FieldCatalogue open =
                new FieldCatalogue(
                        lime.system(),
                        lime.type(),
                        new TreeMap<>(Map.of("name", Objects.requireNonNull(lime.field("name")))));
        return new Rules(rules.connection(), rules.object(), rules.erp(), open, rules.erpFields());
    }
}

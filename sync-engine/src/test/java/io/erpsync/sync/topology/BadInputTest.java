package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.ACME;
import static io.erpsync.sync.topology.EngineBench.BIRCH;
import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Mode;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets a message that says what and where; nothing is lost, and all others go on. */
class BadInputTest {

    @TempDir Path stateDir = Path.of("");
    private @Nullable EngineBench opened;

    @BeforeEach
    void open() {
        opened = new EngineBench(stateDir);
        opened.bothSidesAreKnown();
        opened.bothSidesAreKnown(BIRCH);
        opened.sent(Topics.HISTORY, HistoryEntry.class);
        opened.sent(Topics.LINKS, LinkState.class);
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private EngineBench bench() {
        return Objects.requireNonNull(opened);
    }

    private static Map<String, @Nullable Object> company(String status) {
        return Map.of("name", "Nordlys AB", "phone", "1", "erp_status", status);
    }

    @Test
    void stopsAConnectionWhoseMappingNamesAnUnknownPropertyUntilItIsThere() {
        bench().limeLacks(ACME, "phone");

        assertThat(onlyLetter())
                .returns("MAPPING_NOT_VALID", DeadLetter::getReason)
                .extracting(DeadLetter::getWords)
                .asString()
                .startsWith(
                        "connection acme: 'objects.customer.mapping.Phone1.lime' is 'phone': is no"
                                + " property of company in Lime");

        bench().limeShows("1", company("readyforfirstsync"));
        assertThat(commandsToLime()).isEmpty();
        isHeldInHistory();
        othersGoOn();

        bench().limeLacks(ACME, null);
        isStruckOut();
        assertThat(commandsToLime())
                .singleElement()
                .extracting(Command::getConnection)
                .isEqualTo("acme");
    }

    @Test
    void sendsNothingWhileTheMatrixCannotBeReadAndEverythingAfterwards() {
        bench().files().say(ACME, Mode.OBSERVE);

        bench().limeShows("1", company("readyforfirstsync"));

        assertThat(commandsToLime()).isEmpty();
        isHeldInHistory();
        othersGoOn();

        bench().files().say(ACME, Mode.LIVE);
        bench().timePasses(Duration.ofSeconds(1));
        assertThat(commandsToLime()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VALUE_TOO_LONG | Phone1 | Högst 10 tecken. | A value is too long for Fortnox. Field: phone. Shorten it and save; the customer is then sent again. Fortnox answered: \"Högst 10 tecken.\"",
                "INVALID_VALUE | Phone1 | Värdet måste vara ett tal. | Fortnox does not accept one of the values. Field: phone. Correct it and save; the customer is then sent again. Fortnox answered: \"Värdet måste vara ett tal.\"",
                "UNKNOWN_OPTION | Phone1 | Kan inte hitta prislistan. | Fortnox does not have the value that was chosen. Field: phone. Correct it and save; the customer is then sent again. Fortnox answered: \"Kan inte hitta prislistan.\"",
                "NUMBER_TAKEN | CustomerNumber | Kundnummer 7 används redan. | The customer number is already used in Fortnox. Field: Kundnr. Change the number on the card and save; where none stands there, ask the administrator to look at the number series in Fortnox. Fortnox answered: \"Kundnummer 7 används redan.\""
            })
    void saysOnTheCardWhatTheErpRefused(String reason, String field, String words, String text) {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));
        bench().refused(bench().commandTo(FORTNOX), reason, field, words);

        Command answer = bench().commandTo(SystemName.LIME);
        assertThat(answer.getFields()).containsEntry("erp_status", "error");
        String onCard = String.valueOf(answer.getFields().get("erp_errormessage"));
        assertThat(onCard).startsWith(text.replace("Kundnr", "CustomerNumber") + " [es-");
        assertThat(onlyLetter())
                .returns(reason, DeadLetter::getReason)
                .returns(onCard, DeadLetter::getWords);
        assertThat(bench().sent(Topics.HISTORY, HistoryEntry.class))
                .filteredOn(entry -> entry.getDecision() == Decision.DEAD_LETTER)
                .hasSize(1);

        bench().limeShows("2", company("readyforfirstsync"));
        assertThat(bench().commandTo(SystemName.LIME).getConnection()).isEqualTo("acme");
        othersGoOn();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_AUTHORISED | Invalid API key | lime does not accept the credentials of this connection (\"Invalid API key\"). Put a valid API key behind 'lime.api-key'.",
                "SETTINGS_FAULT | lime.api-key refers to ${KEY} | lime cannot be opened with the settings of this connection (\"lime.api-key refers to ${KEY}\"). Correct what it names; files and secrets are read again.",
                "UNEXPECTED_ANSWER | 200, a web page | lime answers with something that is not its interface, such as the page of a proxy (\"200, a web page\"). Check 'lime.url', and what stands between us and Lime.",
                "TARGET_UNAVAILABLE | timed out | lime cannot be reached, or does not answer in time (\"timed out\"). It is tried again; look at it where it lasts."
            })
    void stopsOneConnectionAloneForAReasonThatIsNotOfTheRecord(
            String reason, String words, String text) {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().unavailable(bench().commandTo(SystemName.LIME), reason, words);

        assertThat(onlyLetter())
                .returns(reason, DeadLetter::getReason)
                .returns("acme/fault-lime", DeadLetter::getDeadLetterId)
                .returns(
                        text
                                + " Nothing is lost: what is in process waits, other connections go"
                                + " on, and this one does by itself when the cause is gone.",
                        DeadLetter::getWords);
        bench().limeShows("2", company("readyforfirstsync"));
        assertThat(commandsToLime()).isEmpty();
        isHeldInHistory();
        othersGoOn();

        bench().timePasses(Duration.ofSeconds(2));
        Command probe = bench().commandTo(SystemName.LIME);
        bench().applied(probe, "1", company("inprocess"));
        isStruckOut();
        bench().timePasses(Duration.ofSeconds(2));
        assertThat(commandsToLime()).isNotEmpty();
    }

    @Test
    void letsAWriteThatWasAnsweredByAPageSettleAndBeLookedFor() {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));
        bench().lost(bench().commandTo(FORTNOX));

        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class)).isEmpty();
        assertThat(commandsToLime()).isEmpty();
        bench().timePasses(Duration.ofSeconds(61));
        assertThat(bench().commandTo(FORTNOX).getAttemptedSince()).isNotNull();
    }

    @Test
    void closesTheLinkOfACompanyThatIsDeletedWhileInProcess() {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));
        Command create = bench().commandTo(FORTNOX);

        bench().timePasses(Duration.ofSeconds(61));
        bench().limeLost("1");
        bench().applied(
                        create,
                        "1001",
                        Map.of("Name", "Nordlys AB", "Phone1", "1", "CustomerNumber", "1001"));

        bench().absent(bench().commandTo(SystemName.LIME));

        assertThat(bench().sent(Topics.LINKS, LinkState.class))
                .last()
                .isNotNull()
                .returns("1001", LinkState::getNumber)
                .returns("closed", LinkState::getPhase)
                .returns("LIME_RECORD_GONE", LinkState::getReason);
        assertThat(commandsToLime()).isEmpty();
        assertThat(bench().sent(Topics.commandsTo(FORTNOX), Command.class)).isEmpty();
        assertThat(bench().sent(Topics.HISTORY, HistoryEntry.class))
                .extracting(HistoryEntry::getEvent)
                .contains("Gone", "Answered");
        othersGoOn();
    }

    private List<@Nullable Command> commandsToLime() {
        return bench().sent(Topics.commandsTo(SystemName.LIME), Command.class);
    }

    private DeadLetter onlyLetter() {
        List<@Nullable DeadLetter> letters = bench().sent(Topics.DEAD_LETTERS, DeadLetter.class);
        assertThat(letters).hasSize(1);
        return Objects.requireNonNull(letters.getFirst());
    }

    private void isStruckOut() {
        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class))
                .containsExactly((DeadLetter) null);
    }

    private void isHeldInHistory() {
        assertThat(bench().sent(Topics.HISTORY, HistoryEntry.class))
                .last()
                .returns(Decision.HOLD, HistoryEntry::getDecision);
    }

    private void othersGoOn() {
        bench().limeShows(BIRCH, "1042", company("readyforfirstsync"));
        assertThat(bench().commandTo(SystemName.LIME).getConnection()).isEqualTo("birch");
    }
}

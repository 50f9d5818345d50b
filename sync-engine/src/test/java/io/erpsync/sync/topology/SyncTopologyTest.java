package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.BIRCH;
import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTopologyTest {

    @TempDir Path stateDir = Path.of("");
    private @Nullable EngineBench opened;

    @BeforeEach
    void open() {
        opened = new EngineBench(stateDir);
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private EngineBench bench() {
        if (opened == null) {
            throw new IllegalStateException("not opened");
        }
        return opened;
    }

    private static Map<String, @Nullable Object> company(String status, String phone) {
        return Map.of(
                "name",
                "Nordlys AB",
                "phone",
                phone,
                "erp_status",
                status,
                "erp_id",
                "",
                "erp_firstsynced",
                "");
    }

    private static Map<String, @Nullable Object> customer(String phone) {
        return Map.of("Name", "Nordlys AB", "Phone1", phone, "CustomerNumber", "1001");
    }

    @Test
    void sendsACompanyToTheErpAndAnswersWithItsNumber() {
        bench().bothSidesAreKnown();
        bench().limeShows("1042", company("readyforfirstsync", "1"));

        Command ask = bench().commandTo(SystemName.LIME);
        bench().applied(ask, "1042", company("inprocess", "1"));
        Command create = bench().commandTo(FORTNOX);
        bench().applied(create, "1001", customer("1"));
        Command answer = bench().commandTo(SystemName.LIME);

        assertThat(ask.getFields()).isEqualTo(Map.of("erp_status", "inprocess"));
        assertThat(create.getAction()).isEqualTo(Action.CREATE);
        assertThat(create.getFields()).isEqualTo(Map.of("Name", "Nordlys AB", "Phone1", "1"));
        assertThat(answer.getFields())
                .containsEntry("erp_status", "synced")
                .containsEntry("erp_id", "1001");
        assertThat(bench().sent(Topics.LINKS, LinkState.class))
                .last()
                .extracting(LinkState::getNumber)
                .isEqualTo("1001");
    }

    @Test
    void releasesNothingBeforeBothSidesHaveSaidWhatTheyAre() {
        bench().limeShows("1042", company("readyforfirstsync", "1"));

        assertThat(bench().sent(Topics.commandsTo(SystemName.LIME), Command.class)).isEmpty();

        bench().bothSidesAreKnown();
        assertThat(bench().commandTo(SystemName.LIME).getFields())
                .containsEntry("erp_status", "inprocess");
    }

    @Test
    void setsARefusedRecordAsideUntilItSucceeds() {
        bench().bothSidesAreKnown();
        bench().limeShows("1042", company("readyforfirstsync", "1"));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", company("inprocess", "1"));
        bench().refused(bench().commandTo(FORTNOX), "INVALID_VALUE", "Ogiltigt telefonnummer");

        Command answer = bench().commandTo(SystemName.LIME);

        assertThat(answer.getFields()).containsEntry("erp_status", "error");
        assertThat(String.valueOf(answer.getFields().get("erp_errormessage")))
                .contains("Ogiltigt telefonnummer");
        List<@Nullable DeadLetter> letters = bench().sent(Topics.DEAD_LETTERS, DeadLetter.class);
        assertThat(letters)
                .singleElement()
                .extracting(DeadLetter::getReason)
                .isEqualTo("INVALID_VALUE");

        bench().applied(answer, "1042", company("error", "1"));
        bench().limeShows("1042", company("updatesmade", "2"));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", company("inprocess", "2"));
        bench().applied(bench().commandTo(FORTNOX), "1001", customer("2"));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", company("synced", "2"));

        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class))
                .containsExactly((DeadLetter) null);
    }

    @Test
    void setsAnUnreadableRecordAsideAndGoesOn() {
        bench().bothSidesAreKnown();
        bench().sendBytes(Topics.LIME_CHANGES, "acme/lime/company/1", new byte[] {9, 9});

        DeadLetter letter = bench().sent(Topics.DEAD_LETTERS, DeadLetter.class).getFirst();

        assertThat(letter).isNotNull();
        assertThat(letter.getReason()).isEqualTo("UNREADABLE");
        assertThat(letter.getTopic()).isEqualTo(Topics.LIME_CHANGES);
        bench().limeShows("1042", company("readyforfirstsync", "1"));
        assertThat(bench().commandTo(SystemName.LIME).getAction()).isEqualTo(Action.UPDATE);
    }

    @Test
    void answersEveryEventWithExactlyOneAccount() {
        bench().bothSidesAreKnown();
        bench().sent(Topics.HISTORY, HistoryEntry.class);
        bench().limeShows("1042", company("readyforfirstsync", "1"));

        List<@Nullable HistoryEntry> entries = bench().sent(Topics.HISTORY, HistoryEntry.class);

        assertThat(entries).extracting(HistoryEntry::getEvent).containsExactly("Seen", "Released");
        assertThat(entries)
                .extracting(HistoryEntry::getDecision)
                .containsExactly(Decision.HOLD, Decision.COMMAND);
    }

    @Test
    void waitsAfterALostAnswerAndThenLooksFirst() {
        bench().bothSidesAreKnown();
        bench().limeShows("1042", company("readyforfirstsync", "1"));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", company("inprocess", "1"));
        bench().lost(bench().commandTo(FORTNOX));

        bench().timePasses(Duration.ofSeconds(59));
        assertThat(bench().sent(Topics.commandsTo(FORTNOX), Command.class)).isEmpty();

        bench().timePasses(Duration.ofSeconds(2));
        Command again = bench().commandTo(FORTNOX);
        assertThat(again.getAction()).isEqualTo(Action.CREATE);
        assertThat(again.getAttemptedSince()).isEqualTo(EngineBench.START);
    }

    @Test
    void strikesOutTheDeadLetterOfAnErpRecordThatACardTakesOver() {
        bench().bothSidesAreKnown(BIRCH);
        bench().erpShows(BIRCH, "7", customer("1"));
        bench().refused(bench().commandTo(SystemName.LIME), "INVALID_VALUE", "Nej");
        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class)).singleElement().isNotNull();
        bench().limeShows(BIRCH, "50", company("", "1"));

        bench().limeShows(BIRCH, "50", withNumber(company("readyforfirstsync", "1"), "7"));
        Command ask = bench().commandTo(SystemName.LIME);
        bench().applied(ask, "50", withNumber(company("inprocess", "1"), "7"));
        bench().applied(bench().commandTo(FORTNOX), "7", customer("1"));

        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class))
                .containsExactly((DeadLetter) null);
    }

    private static Map<String, @Nullable Object> withNumber(
            Map<String, @Nullable Object> company, String number) {
        Map<String, @Nullable Object> copy = new HashMap<>(company);
        copy.put("erp_id", number);
        return copy;
    }
}

package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.BIRCH;
import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.HistoryEntry;
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

/** Which record on the other side a record belongs to, as the stores of the engine tell. */
class CounterpartTopologyTest {

    private static final String REGISTRATION = "556677-8899";

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

    private static Map<String, @Nullable Object> card(String status, String number) {
        Map<String, @Nullable Object> card = new HashMap<>();
        card.put("name", "Nordlys AB");
        card.put("registrationno", REGISTRATION);
        card.put("phone", "1");
        card.put("erp_status", status);
        card.put("erp_id", number);
        card.put("erp_errormessage", "");
        card.put("erp_firstsynced", "");
        return card;
    }

    private static Map<String, @Nullable Object> customer(String number) {
        return Map.of(
                "Name",
                "Nordlys",
                "OrganisationNumber",
                "5566778899",
                "Phone1",
                "1",
                "CustomerNumber",
                number);
    }

    @Test
    void namesTheCardThatANewCustomerMayBeAndCreatesNone() {
        bench().bothSidesAreKnown(BIRCH);
        bench().limeShows(BIRCH, "50", card("", ""));

        bench().erpShows(BIRCH, "7", customer("7"));

        assertThat(bench().commandsTo(SystemName.LIME)).isEmpty();
        DeadLetter letter = bench().sent(Topics.DEAD_LETTERS, DeadLetter.class).getLast();
        assertThat(letter.getReason()).isEqualTo("POSSIBLE_DUPLICATE");
        assertThat(letter.getWords()).contains("Nordlys AB");
    }

    @Test
    void takesThatCardInWhereMatchingIsOn() {
        bench().files().match(Matching.LINK);
        bench().bothSidesAreKnown(BIRCH);
        bench().limeShows(BIRCH, "50", card("", ""));

        bench().erpShows(BIRCH, "7", customer("7"));
        Command read = bench().commandTo(SystemName.LIME);
        bench().applied(read, "50", card("", ""));
        Command takeIn = bench().commandTo(SystemName.LIME);

        assertThat(read.getAction()).isEqualTo(Action.READ);
        assertThat(read.getId()).isEqualTo("50");
        assertThat(takeIn.getFields()).containsEntry("erp_status", "readyforfirstsync");
        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class)).isEmpty();
    }

    @Test
    void standsANumberOfBlanks() {
        bench().bothSidesAreKnown();

        bench().limeStates("1042", card("", " "));
        bench().limeShows("1050", card("readyforfirstsync", "\u00a0 "));

        assertThat(bench().commandTo(SystemName.LIME).getId()).isEqualTo("1050");
    }

    @Test
    void takesNoCustomerForADuplicateThatIsGone() {
        bench().bothSidesAreKnown();
        bench().limeShows("1042", card("readyforfirstsync", ""));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", card("inprocess", ""));
        bench().applied(bench().commandTo(FORTNOX), "1001", customer("1001"));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", card("synced", "1001"));
        bench().erpLists("1001", REGISTRATION);
        bench().limeShows("1042", renamed("updatesmade", "1001"));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", renamed("inprocess", "1001"));
        bench().timePasses(Duration.ofMinutes(2));
        bench().absent(bench().commandTo(FORTNOX));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", renamed("error", "1001"));

        bench().limeShows("1042", renamed("", ""));
        bench().limeShows("1042", renamed("readyforfirstsync", ""));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", renamed("inprocess", ""));

        assertThat(bench().commandTo(FORTNOX).getAction()).isEqualTo(Action.CREATE);
    }

    private static Map<String, @Nullable Object> renamed(String status, String number) {
        Map<String, @Nullable Object> card = card(status, number);
        card.put("name", "Nordlys Norr AB");
        return card;
    }

    @Test
    void saysInHistoryWhichRecordWasDecidedOn() {
        bench().bothSidesAreKnown();
        bench().erpLists("1001");
        bench().limeShows("1042", card("readyforfirstsync", ""));

        assertThat(bench().sent(Topics.HISTORY, HistoryEntry.class))
                .filteredOn(entry -> entry.getReference() != null)
                .extracting(entry -> entry.getReference().getId())
                .contains("1001", "1042");
    }

    @Test
    void followsTheCounterpartsOfAPilotToo() {
        bench().files().pilot(new RecordReference(SystemName.LIME, "company", "50"));
        bench().bothSidesAreKnown(BIRCH);
        bench().limeShows(BIRCH, "50", card("readyforfirstsync", ""));
        bench().applied(bench().commandTo(SystemName.LIME), "50", card("inprocess", ""));
        bench().applied(bench().commandTo(FORTNOX), "7", customer("7"));
        bench().applied(bench().commandTo(SystemName.LIME), "50", card("synced", "7"));
        Map<String, @Nullable Object> edited = new HashMap<>(customer("7"));
        edited.put("Phone1", "2");

        bench().erpShows(BIRCH, "7", edited);
        bench().erpShows(BIRCH, "8", customer("8"));
        List<Command> commands = bench().commandsTo(SystemName.LIME);

        assertThat(commands).extracting(Command::getId).containsExactly("50");
        assertThat(bench().commandsTo(FORTNOX)).isEmpty();
    }
}

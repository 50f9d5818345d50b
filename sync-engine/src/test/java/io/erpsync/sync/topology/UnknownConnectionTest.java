package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.ACME;
import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is broken, or not there yet, costs time and no event. */
class UnknownConnectionTest {

    @TempDir Path stateDir = Path.of("");
    private @Nullable EngineBench opened;

    @BeforeEach
    void open() {
        opened = new EngineBench(stateDir);
        bench().bothSidesAreKnown();
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private EngineBench bench() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void keepsWhatComesAndSaysSoOnce() {
        bench().files().isBroken(ACME);
        bench().sent(Topics.HISTORY, HistoryEntry.class);

        bench().limeShows("1", card("readyforfirstsync", "1"));
        bench().limeShows("2", card("readyforfirstsync", "2"));

        assertThat(bench().commandsTo(SystemName.LIME)).isEmpty();
        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class))
                .singleElement()
                .satisfies(
                        alert -> {
                            DeadLetter letter = Objects.requireNonNull(alert);
                            assertThat(letter.getReason()).isEqualTo("SETTINGS_FAULT");
                            assertThat(letter.getWords()).contains("no valid file", "'acme'");
                        });
        assertThat(bench().sent(Topics.HISTORY, HistoryEntry.class))
                .extracting(HistoryEntry::getDecision, HistoryEntry::getReason)
                .containsOnly(tuple(Decision.HOLD, "CONNECTION_UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void keepsTheOrderWhereTheFileBreaksAgainWhileTheyAreLetIn(int looks) {
        bench().files().isBroken(ACME);
        for (String id : List.of("1", "2", "3")) {
            bench().limeShows(id, card("readyforfirstsync", id));
        }
        bench().files().isMended(ACME);
        bench().files().breakAfter(looks);
        bench().timePasses(Duration.ofSeconds(1));

        bench().files().isMended(ACME);
        bench().timePasses(Duration.ofSeconds(1));

        assertThat(bench().commandsTo(SystemName.LIME))
                .extracting(Command::getId)
                .containsExactly("1", "2", "3");
    }

    @Test
    void decidesInOrderOnceTheFileIsMended() {
        bench().files().isBroken(ACME);
        bench().limeShows("1", card("readyforfirstsync", "1"));
        bench().limeShows("2", card("readyforfirstsync", "2"));
        bench().files().isMended(ACME);
        bench().limeShows("3", card("readyforfirstsync", "3"));
        assertThat(bench().commandsTo(SystemName.LIME)).as("nobody overtakes").isEmpty();

        bench().timePasses(Duration.ofSeconds(1));

        assertThat(bench().commandsTo(SystemName.LIME))
                .extracting(Command::getId)
                .containsExactly("1", "2", "3");
        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class)).hasSize(2).last().isNull();
        bench().limeShows("4", card("readyforfirstsync", "4"));
        assertThat(bench().commandTo(SystemName.LIME).getId()).isEqualTo("4");
    }

    @Test
    void settlesAResultThatCameMeanwhile() {
        bench().limeShows("1", card("readyforfirstsync", "1"));
        Command ask = bench().commandTo(SystemName.LIME);
        bench().files().isBroken(ACME);

        bench().applied(ask, "1", card("inprocess", "1"));
        assertThat(bench().commandsTo(FORTNOX)).isEmpty();
        bench().files().isMended(ACME);
        bench().timePasses(Duration.ofSeconds(1));

        assertThat(bench().commandsTo(FORTNOX))
                .singleElement()
                .returns(Action.CREATE, Command::getAction);
    }

    private static Map<String, @Nullable Object> card(String status, String phone) {
        return Map.of("name", "Nordlys AB", "phone", phone, "erp_status", status);
    }

    @Test
    void goesOnWithTheOthers() {
        bench().bothSidesAreKnown(EngineBench.BIRCH);
        bench().files().isBroken(ACME);
        bench().limeShows("1", card("readyforfirstsync", "1"));

        bench().limeShows(EngineBench.BIRCH, "1", card("readyforfirstsync", "1"));

        List<Command> commands = bench().commandsTo(SystemName.LIME);
        assertThat(commands).extracting(Command::getConnection).containsExactly("birch");
    }
}

package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty records refused, one after another. */
class AutoPauseTopologyTest {

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
        if (opened == null) {
            throw new IllegalStateException("not opened");
        }
        return opened;
    }

    private static Map<String, @Nullable Object> company(String status) {
        return Map.of(
                "name", "Nordlys AB", "erp_status", status, "erp_id", "", "erp_firstsynced", "");
    }

    /** The company is sent, and the ERP refuses it. */
    private void refuse(String id) {
        bench().limeShows(id, company("readyforfirstsync"));
        bench().applied(bench().commandTo(SystemName.LIME), id, company("inprocess"));
        bench().refused(bench().commandTo(FORTNOX), "INVALID_VALUE", "no");
    }

    private void refuseAndAnswer(String id) {
        refuse(id);
        bench().applied(bench().commandTo(SystemName.LIME), id, company("error"));
    }

    private List<DeadLetter> alerts() {
        List<DeadLetter> alerts = new ArrayList<>();
        for (DeadLetter letter : bench().sent(Topics.DEAD_LETTERS, DeadLetter.class)) {
            if (letter != null && letter.getLinkId() == null) {
                alerts.add(letter);
            }
        }
        return alerts;
    }

    private void refuseTwenty() {
        for (int id = 1; id < 20; id++) {
            refuseAndAnswer(Integer.toString(id));
        }
        assertThat(alerts()).isEmpty();
        refuse("20");
    }

    @Test
    void sendsNothingMoreAndSaysSoOnce() {
        refuseTwenty();

        bench().limeShows("21", company("readyforfirstsync"));

        assertThat(bench().commandsTo(SystemName.LIME)).isEmpty();
        assertThat(alerts())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getReason()).isEqualTo("FAILS_REPEATEDLY");
                            assertThat(letter.getWords())
                                    .contains("20 of the last 20")
                                    .contains("bin/erpsync resume acme");
                        });
    }

    @Test
    void goesOnWhenAnOperatorSaysSoAndCountsAnew() {
        refuseTwenty();
        bench().limeShows("21", company("readyforfirstsync"));
        bench().sent(Topics.DEAD_LETTERS, DeadLetter.class);

        bench().asked(EngineBench.ACME, ControlAction.RESUME);

        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class))
                .containsExactly((DeadLetter) null);
        List<Command> commands = bench().commandsTo(SystemName.LIME);
        assertThat(commands).extracting(Command::getId).containsExactlyInAnyOrder("20", "21");
        commands.stream()
                .filter(command -> "21".equals(command.getId()))
                .forEach(ask -> bench().applied(ask, "21", company("inprocess")));
        bench().refused(bench().commandTo(FORTNOX), "INVALID_VALUE", "no");
        assertThat(alerts()).isEmpty();
    }
}

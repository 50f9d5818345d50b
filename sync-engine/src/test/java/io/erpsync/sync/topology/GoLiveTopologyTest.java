package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Action;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards with numbers are stated by Lime's poller, customers are only listed by the ERP's. */
class GoLiveTopologyTest {

    @TempDir Path stateDir = Path.of("");
    @TempDir Path otherDir = Path.of("");
    private @Nullable EngineBench opened;

    @BeforeEach
    void goLive() {
        opened =
                new EngineBench(stateDir, NamedDirections.CREATED_IN_BOTH_KEPT_BY_ERP.directions());
        bench().limeStates("1042", card("synced", "1001", "1"));
        bench().erpLists("1001");
        bench().erpLists("1002");
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

    private static Map<String, @Nullable Object> card(String status, String number, String phone) {
        Map<String, @Nullable Object> card = new HashMap<>();
        card.put("name", "Nordlys AB");
        card.put("phone", phone);
        card.put("erp_status", status);
        card.put("erp_id", number);
        card.put("erp_errormessage", "");
        card.put("erp_firstsynced", "");
        return card;
    }

    private static Map<String, @Nullable Object> customer(String number, String phone) {
        return Map.of("Name", "Nordlys AB", "Phone1", phone, "CustomerNumber", number);
    }

    @Test
    void followsTheFirstEditOfACustomerThatWasOnlyListed() {
        bench().erpShows(EngineBench.ACME, "1001", customer("1001", "2"));

        Command read = bench().commandTo(SystemName.LIME);
        bench().applied(read, "1042", card("synced", "1001", "1"));
        Command write = bench().commandTo(SystemName.LIME);

        assertThat(read.getAction()).isEqualTo(Action.READ);
        assertThat(write.getFields()).containsEntry("phone", "2").doesNotContainKey("erp_status");
    }

    @Test
    void findsTheFirstEditByWhatTheListHadShownWhereLimeLeads() {
        bench().close();
        Set<Side> both = Set.of(Side.values());
        opened = new EngineBench(otherDir, new Directions(both, both));
        bench().limeStates("1042", card("synced", "1001", "1"));
        bench().erpLists("1001", Map.of("Name", "Nordlys AB", "Phone1", "1"));
        bench().bothSidesAreKnown();
        bench().erpLists("1001", Map.of("Name", "Nordlys AB", "Phone1", "2"));

        bench().erpShows(EngineBench.ACME, "1001", customer("1001", "2"));
        bench().applied(bench().commandTo(SystemName.LIME), "1042", card("synced", "1001", "1"));

        assertThat(bench().commandTo(SystemName.LIME).getFields()).containsEntry("phone", "2");
        assertThat(bench().commandsTo(FORTNOX)).isEmpty();
    }

    @Test
    void createsNothingForAListedCustomerWithoutACard() {
        bench().erpShows(EngineBench.ACME, "1002", customer("1002", "2"));

        assertThat(bench().commandsTo(SystemName.LIME)).isEmpty();
    }

    @Test
    void doesNotBringADeletedCardBack() {
        bench().erpShows(EngineBench.ACME, "1001", customer("1001", "1"));
        bench().commandsTo(SystemName.LIME);
        bench().limeShows("1042", card("synced", "1001", "1"));
        bench().limeLost("1042");

        bench().erpShows(EngineBench.ACME, "1001", customer("1001", "3"));

        assertThat(bench().commandsTo(SystemName.LIME)).isEmpty();
    }

    @Test
    void givesTheCustomerOfADeletedCardToTheNextCardThatNamesIt() {
        bench().timePasses(Duration.ofSeconds(61));
        bench().limeLost("1042");
        bench().limeShows("1050", card("readyforfirstsync", "1001", "5"));

        bench().applied(bench().commandTo(SystemName.LIME), "1050", card("inprocess", "1001", "5"));
        Command look = bench().commandTo(FORTNOX);

        assertThat(look.getAction()).isEqualTo(Action.READ);
        assertThat(look.getId()).isEqualTo("1001");
    }

    @Test
    void tellsBothCardsOfOneNumber() {
        bench().limeShows("1050", card("readyforfirstsync", "1001", "5"));
        Command ask = bench().commandTo(SystemName.LIME);
        bench().applied(ask, "1050", card("inprocess", "1001", "5"));

        List<Command> told = bench().commandsTo(SystemName.LIME);

        assertThat(told).extracting(Command::getId).containsExactlyInAnyOrder("1042", "1050");
        assertThat(told)
                .extracting(command -> String.valueOf(command.getFields().get("erp_errormessage")))
                .anyMatch(text -> text.contains("Nordlys AB (1042)"))
                .anyMatch(text -> text.contains("Nordlys AB (1050)"));
        assertThat(bench().sent(Topics.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getReason)
                .containsExactlyInAnyOrder("HELD_BY_ANOTHER", "CONTESTED");
    }
}

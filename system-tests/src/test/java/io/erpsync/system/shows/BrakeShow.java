package io.erpsync.system.shows;

import io.erpsync.schemas.message.ControlAction;
import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import io.erpsync.system.StackPlan;
import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A script blanks one mapped field on thousands of linked cards: the brake lets few through, says
 * so once, and an operator has the rest done or dropped. Either way every card is answered.
 */
class BrakeShow {

    private static final int RECORDS = Integer.getInteger("show.records", 5000);
    private static final int CLEARS = 25;

    @Test
    void releasedItClearsAll() throws IOException {
        show("brakereleased", "331", ControlAction.RELEASE_BRAKE, RECORDS);
    }

    @Test
    void discardedItClearsNoneMore() throws IOException {
        show("brakediscarded", "332", ControlAction.DISCARD_BRAKE, CLEARS);
    }

    private static void show(String name, String tenant, ControlAction word, int mostInTheEnd)
            throws IOException {
        Pair pair =
                Pair.of(name, tenant, Directions.STANDARD)
                        .withTop("brake", "{ updates: 200, percent: 5, clears: " + CLEARS + " }");
        StackPlan plan =
                StackPlan.of()
                        .withLimit("fortnox", 2000, 5)
                        .withProperty(SystemStack.LIME_POLLER, "erpsync.events-per-second", "2000");
        try (Stage stage = Stage.open(name, plan)) {
            stage.stack().furnish(pair);
            OldRecords.cards(stage.stack().web(), pair, RECORDS);
            OldRecords.customers(stage.stack().web(), pair, RECORDS, 0);
            stage.stack().connect(pair);
            Sides sides = stage.stack().sides(pair);
            Stage.within(Duration.ofMinutes(2), "all cards to be linked")
                    .until(() -> linked(stage, pair) >= RECORDS);
            stage.say(RECORDS + " cards linked");

            for (int i = 0; i < RECORDS; i++) {
                sides.editInLime(OldRecords.card(i), Map.of("phone", ""));
            }
            stage.say(RECORDS + " phones blanked in Lime");
            List<String> wrong = new ArrayList<>();
            braked(stage, sides, wrong);
            stage.topics().ask(pair, word);
            answered(stage, sides, word, mostInTheEnd, wrong);
            stage.demand(wrong);
        }
    }

    private static void braked(Stage stage, Sides sides, List<String> wrong) {
        Stage.within(Duration.ofMinutes(1), "the brake to take hold")
                .until(() -> !stage.topics().alerts(sides.pair()).isEmpty());
        stage.say("the brake holds: " + stage.topics().alerts(sides.pair()).getFirst().words());
        Stage.watch(Duration.ofSeconds(15), "no clear more", () -> cleared(sides) <= CLEARS);
        long opened = opened(stage, sides.pair());
        stage.say(
                "15 s later: %d cleared in the ERP, %d alert(s), cards %s"
                        .formatted(cleared(sides), opened, Cards.byStatus(sides)));
        if (cleared(sides) > CLEARS || cleared(sides) == 0) {
            wrong.add(cleared(sides) + " fields cleared before the brake");
        }
        if (opened != 1) {
            wrong.add(opened + " alerts");
        }
    }

    private static void answered(
            Stage stage, Sides sides, ControlAction word, int most, List<String> wrong) {
        double told = stage.seconds();
        try {
            Stage.within(Duration.ofSeconds(150), "every card to be answered")
                    .until(() -> Cards.allSynced(sides));
            stage.say(
                    "%s: all %d cards synced after %.1f s"
                            .formatted(word, RECORDS, stage.seconds() - told));
        } catch (ConditionTimeoutException stuck) {
            wrong.add("cards after " + word + ": " + Cards.byStatus(sides));
        }
        boolean over = stage.topics().alerts(sides.pair()).getLast().isOver();
        stage.say(
                "%d cleared in the ERP, alert %s, %d alert(s) in all"
                        .formatted(
                                cleared(sides),
                                over ? "struck out" : "open",
                                opened(stage, sides.pair())));
        if (cleared(sides) > most
                || (word == ControlAction.RELEASE_BRAKE && cleared(sides) < most)) {
            wrong.add(cleared(sides) + " cleared in the end, not " + most);
        }
        if (!over) {
            wrong.add("the alert is still open");
        }
        if (opened(stage, sides.pair()) != 1) {
            wrong.add(opened(stage, sides.pair()) + " alerts in the end");
        }
    }

    private static long opened(Stage stage, Pair pair) {
        return stage.topics().alerts(pair).stream().filter(alert -> !alert.isOver()).count();
    }

    /** How many customers had their phone emptied by us. */
    private static int cleared(Sides sides) {
        Set<String> numbers = new HashSet<>();
        for (JsonNode customer : sides.customers()) {
            if (customer.path("Phone1").asString("").isEmpty()) {
                numbers.add(customer.path("CustomerNumber").asString(""));
            }
        }
        return numbers.size();
    }

    private static long linked(Stage stage, Pair pair) {
        return stage.topics().history(pair).stream()
                .filter(entry -> entry.getSource().startsWith("lime.changes"))
                .map(entry -> String.valueOf(entry.getLinkId()))
                .distinct()
                .count();
    }
}

package io.erpsync.system.shows;

import io.erpsync.schemas.message.ControlAction;
import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
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
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A script blanks one mapped field on thousands of linked cards: the brake lets few through, says
 * so once, and an operator has the rest done or dropped. Either way every card is answered.
 */
@ExtendWith(SharedStage.class)
class BrakeShow {

    private static final int RECORDS = Integer.getInteger("show.records", 5000);
    private static final int CLEARS = 25;

    private static final Pair RELEASED = pair("released", "331");
    private static final Pair DISCARDED = pair("discarded", "332");

    @Test
    void fewAreClearedUntilAnOperatorSaysSo(Stage stage) throws IOException {
        List<Pair> pairs = List.of(RELEASED, DISCARDED);
        List<String> wrong = new ArrayList<>();
        for (Pair pair : pairs) {
            stage.stack().furnish(pair);
            OldRecords.cards(stage.stack().web(), pair, RECORDS);
            OldRecords.customers(stage.stack().web(), pair, RECORDS, 0);
            stage.stack().connect(pair);
        }
        pairs.forEach(pair -> blank(stage, pair));
        pairs.forEach(pair -> braked(stage, stage.stack().sides(pair), wrong));
        stage.topics().ask(RELEASED, ControlAction.RELEASE_BRAKE);
        stage.topics().ask(DISCARDED, ControlAction.DISCARD_BRAKE);
        answered(stage, stage.stack().sides(RELEASED), RECORDS, RECORDS, wrong);
        answered(stage, stage.stack().sides(DISCARDED), 1, CLEARS, wrong);
        stage.disconnect(pairs);
        stage.demand(wrong);
    }

    private static Pair pair(String name, String tenant) {
        return Pair.of(name, tenant, Directions.STANDARD)
                .withTop("brake", "{ updates: 200, percent: 5, clears: " + CLEARS + " }")
                // Thousands of cards that wait are not to be told every second.
                .withTop("poll", "{ every: 10s, status: 10s }");
    }

    private static void blank(Stage stage, Pair pair) {
        Sides sides = stage.stack().sides(pair);
        Stage.within(Duration.ofMinutes(3), "all cards to be linked")
                .until(() -> linked(stage, pair) >= RECORDS);
        stage.say("%s: %d cards linked".formatted(pair.name(), RECORDS));
        for (int i = 0; i < RECORDS; i++) {
            sides.editInLime(OldRecords.card(i), Map.of("phone", ""));
        }
        stage.say("%s: %d phones blanked in Lime".formatted(pair.name(), RECORDS));
    }

    private static void braked(Stage stage, Sides sides, List<String> wrong) {
        Stage.within(Duration.ofMinutes(1), "the brake to take hold")
                .until(() -> !stage.topics().alerts(sides.pair()).isEmpty());
        stage.say(
                sides.pair().name()
                        + ": the brake holds: "
                        + stage.topics().alerts(sides.pair()).getFirst().words());
        Stage.within(Duration.ofMinutes(6), "all the others to be held")
                .until(() -> held(stage, sides.pair()) >= RECORDS - CLEARS);
        Stage.watch(Duration.ofSeconds(10), "no clear more", () -> cleared(sides) <= CLEARS);
        long opened = opened(stage, sides.pair());
        stage.say(
                "%s: all held, and 10 s later: %d cleared in the ERP, %d alert(s), cards %s"
                        .formatted(
                                sides.pair().name(),
                                cleared(sides),
                                opened,
                                Cards.byStatus(sides)));
        if (cleared(sides) > CLEARS || cleared(sides) == 0) {
            wrong.add(cleared(sides) + " fields cleared before the brake");
        }
        if (opened != 1) {
            wrong.add(opened + " alerts");
        }
    }

    private static void answered(
            Stage stage, Sides sides, int least, int most, List<String> wrong) {
        String name = sides.pair().name();
        double told = stage.seconds();
        try {
            Stage.within(Duration.ofMinutes(8), "every card to be answered")
                    .until(() -> Cards.allSynced(sides));
            stage.say(
                    "%s: all %d cards synced after %.1f s"
                            .formatted(name, RECORDS, stage.seconds() - told));
        } catch (ConditionTimeoutException stuck) {
            wrong.add(name + ": cards in the end " + Cards.byStatus(sides));
        }
        boolean over = stage.topics().alerts(sides.pair()).getLast().isOver();
        stage.say(
                "%s: %d cleared in the ERP, alert %s, %d alert(s) in all"
                        .formatted(
                                name,
                                cleared(sides),
                                over ? "struck out" : "open",
                                opened(stage, sides.pair())));
        int cleared = cleared(sides);
        if (cleared > most || cleared < least) {
            wrong.add(name + ": " + cleared + " cleared in the end, not " + least + " to " + most);
        }
        if (!over) {
            wrong.add(name + ": the alert is still open");
        }
        if (opened(stage, sides.pair()) != 1) {
            wrong.add(name + ": " + opened(stage, sides.pair()) + " alerts in the end");
        }
    }

    private static double held(Stage stage, Pair pair) {
        return Metrics.sum(
                stage.stack(),
                SystemStack.ENGINE,
                "erpsync_engine_holds",
                "connection=\"" + pair.name() + "\"",
                "reason=\"brake\"");
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

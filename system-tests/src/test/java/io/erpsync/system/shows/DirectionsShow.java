package io.erpsync.system.shows;

import io.erpsync.schemas.message.ControlAction;
import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The named directions from end to end, each act of docs/what-happens.md on both sides, the wrong
 * one too: statuses, writes, end states and texts are those of the document.
 */
@ExtendWith(SharedStage.class)
class DirectionsShow {

    private static final List<Pair> PAIRS =
            List.of(
                    Pair.of("standard", "351", Directions.STANDARD),
                    Pair.of("limekept", "352", Directions.CREATED_IN_LIME_KEPT_BY_ERP),
                    Pair.of("bothkept", "353", Directions.CREATED_IN_BOTH_KEPT_BY_ERP),
                    Pair.of("erponly", "354", Directions.ERP_ONLY));

    @Test
    void bothSidesEndAsTheDocumentSays(Stage stage) throws IOException {
        WhatHappens document = WhatHappens.read();
        List<Scenario> all = new ArrayList<>();
        for (Pair pair : PAIRS) {
            stage.stack().furnish(pair);
            all.addAll(Scenario.of(stage, pair, document));
        }
        all.forEach(Scenario::seed);
        for (Pair pair : PAIRS) {
            stage.stack().connect(pair);
        }
        PAIRS.forEach(stage.stack()::awaitPolled);
        PAIRS.forEach(stage.stack()::awaitLive);
        all.forEach(Scenario::furnish);
        until(stage, all, "the cards to stand where the acts begin", Scenario::unready);
        all.stream().filter(Scenario::isJoined).forEach(Scenario::join);
        pass(Duration.ofSeconds(3));
        all.stream().filter(scenario -> !scenario.isHeld()).forEach(Scenario::act);
        until(stage, all, "the acts to be answered", Scenario::openDifferences);
        // What was not to happen is given the time to happen.
        pass(Duration.ofSeconds(5));
        List<String> wrong = differences(all.stream().filter(one -> !one.isHeld()).toList());

        PAIRS.forEach(pair -> stage.topics().ask(pair, ControlAction.PAUSE));
        pass(Duration.ofSeconds(3));
        List<Scenario> held = all.stream().filter(Scenario::isHeld).toList();
        held.forEach(Scenario::hold);
        pass(Duration.ofSeconds(5));
        held.forEach(Scenario::act);
        pass(Duration.ofSeconds(5));
        PAIRS.forEach(pair -> stage.topics().ask(pair, ControlAction.RESUME));
        until(stage, held, "the held acts to be answered", Scenario::differences);
        pass(Duration.ofSeconds(5));
        wrong.addAll(differences(held));

        for (Pair pair : PAIRS) {
            stage.say(
                    "%s: %d acts as the document says, writes in Fortnox %d, statuses written %d"
                            .formatted(
                                    pair.name(),
                                    all.stream()
                                            .filter(one -> one.isOf(pair))
                                            .filter(one -> one.differences().isEmpty())
                                            .count(),
                                    stage.stack().sides(pair).ledger("fortnox").size(),
                                    stage.stack().sides(pair).ledger("lime").stream()
                                            .filter(e -> e.path("fields").has("erp_status"))
                                            .count()));
        }
        stage.disconnect(PAIRS);
        stage.demand(wrong);
    }

    private static List<String> differences(List<Scenario> scenarios) {
        List<String> wrong = new ArrayList<>();
        scenarios.forEach(scenario -> wrong.addAll(scenario.differences()));
        return wrong;
    }

    private static void until(
            Stage stage,
            List<Scenario> scenarios,
            String what,
            java.util.function.Function<Scenario, List<String>> left) {
        try {
            Stage.within(Duration.ofSeconds(40), what)
                    .until(() -> scenarios.stream().allMatch(one -> left.apply(one).isEmpty()));
        } catch (ConditionTimeoutException never) {
            scenarios.forEach(
                    one -> left.apply(one).forEach(each -> stage.say("not yet: " + each)));
        }
    }

    private static void pass(Duration time) {
        Stage.watch(time, "time to pass", () -> true);
    }
}

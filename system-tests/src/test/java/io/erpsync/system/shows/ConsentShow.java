package io.erpsync.system.shows;

import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import io.erpsync.system.StackPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Fortnox's consent is revoked while thirty records are under way and given again: no card says
 * error, one alert is opened and struck out, and all are synced without help.
 */
class ConsentShow {

    private static final int RECORDS = 30;
    private static final Duration REVOKED = Duration.ofSeconds(20);

    private static final Pair PAIR = Pair.of("consent", "311", Directions.STANDARD);

    @Test
    void aRevokedConsentIsWaitedFor() throws IOException {
        // So slow that most records are under way when the consent goes.
        StackPlan plan = StackPlan.of(PAIR).withLimit("fortnox", 10, 5);
        try (Stage stage = Stage.open("consent", plan)) {
            Sides sides = stage.stack().sides(PAIR);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                String id = sides.createInLime(Map.of("name", "Firma " + i + " AB"));
                sides.press(id);
                ids.add(id);
            }
            Stage.within(Duration.ofSeconds(60), "the first record to be synced")
                    .until(() -> Cards.byStatus(sides).containsKey("synced"));

            consent(stage, false);
            Map<String, Long> then = Cards.byStatus(sides);
            stage.say("consent revoked; cards: %s".formatted(then));
            Stage.watch(REVOKED, "no error", () -> !Cards.byStatus(sides).containsKey("error"));
            stage.say(
                    "after %d s; cards: %s; alerts: %s"
                            .formatted(REVOKED.toSeconds(), Cards.byStatus(sides), alerts(stage)));
            consent(stage, true);
            double given = stage.seconds();
            Stage.within(Duration.ofMinutes(2), "all to be synced")
                    .until(() -> Cards.allSynced(sides));
            stage.say(
                    "all synced %.1f s after consent was given".formatted(stage.seconds() - given));

            List<TopicLog.Letter> alerts = stage.topics().alerts(PAIR);
            long opened = alerts.stream().filter(alert -> !alert.isOver()).count();
            long struck = alerts.stream().filter(TopicLog.Letter::isOver).count();
            List<String> wrong = new ArrayList<>(Cards.pairing(sides));
            long errors =
                    ids.stream()
                            .flatMap(id -> StatusMoves.of(sides, id).stream())
                            .filter("error"::equals)
                            .count();
            if (errors > 0) {
                wrong.add(errors + " times a card said error");
            }
            if (opened != 1 || struck != 1) {
                wrong.add("alerts opened " + opened + ", struck out " + struck);
            }
            if (then.getOrDefault("synced", 0L) > RECORDS / 2) {
                wrong.add("too few records were under way: " + then);
            }
            ids.forEach(id -> wrong.addAll(StatusMoves.strange(sides, id)));
            stage.say(
                    "%d records: %d errors on cards, alerts opened %d, struck out %d: %s"
                            .formatted(RECORDS, errors, opened, struck, alerts(stage)));
            stage.demand(wrong);
        }
    }

    private static List<String> alerts(Stage stage) {
        return stage.topics().alerts(PAIR).stream()
                .map(alert -> alert.isOver() ? "struck out" : alert.reason())
                .toList();
    }

    private static void consent(Stage stage, boolean given) {
        stage.stack().sides(PAIR).switchFortnox("consent", given);
        if (!given) {
            stage.stack()
                    .web()
                    .send("DELETE", "/sandbox/fortnox/" + PAIR.tenant() + "/tokens", "", Map.of());
        }
    }
}

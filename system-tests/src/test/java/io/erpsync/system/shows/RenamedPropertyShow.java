package io.erpsync.system.shows;

import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An administrator renames a mapped property in Lime while cards are being synced: that type stops
 * with one alert that names the property and no card says error; when the property has its name
 * back, all goes on by itself.
 */
@ExtendWith(SharedStage.class)
class RenamedPropertyShow {

    private static final int RECORDS = 20;
    private static final String PROPERTY = "phone";
    private static final String OTHER = "telephone";

    private static final Pair PAIR = Pair.of("renamed", "361", Directions.STANDARD);

    @Test
    void theTypeStopsWithTheNameAndGoesOn(Stage stage) throws IOException {
        stage.connect(List.of(PAIR));
        Sides sides = stage.stack().sides(PAIR);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            ids.add(sides.createInLime(Map.of("name", "Firma " + i, PROPERTY, "040-" + i)));
        }
        List<String> synced = ids.subList(0, RECORDS / 2);
        synced.forEach(sides::press);
        Stage.within(Duration.ofMinutes(1), "the first half to be synced")
                .until(() -> Cards.byStatus(sides).getOrDefault("synced", 0L) == synced.size());

        rename(stage, PROPERTY, OTHER);
        synced.forEach(id -> sides.editInLime(id, Map.of("invoicecity", "Lund")));
        ids.subList(RECORDS / 2, RECORDS).forEach(sides::press);
        List<String> wrong = new ArrayList<>();
        stopped(stage, sides, wrong);

        rename(stage, OTHER, PROPERTY);
        goesOn(stage, sides, ids, wrong);
        stage.disconnect(List.of(PAIR));
        stage.demand(wrong);
    }

    private static void stopped(Stage stage, Sides sides, List<String> wrong) {
        double begun = stage.seconds();
        try {
            Stage.within(Duration.ofMinutes(1), "an alert with the property's name")
                    .until(() -> named(stage) > 0);
            stage.say("the alert came after %.1f s".formatted(stage.seconds() - begun));
        } catch (ConditionTimeoutException silent) {
            wrong.add("no alert names the property within a minute");
        }
        Stage.watch(Duration.ofSeconds(10), "time to pass", () -> true);
        stage.topics()
                .alerts(PAIR)
                .forEach(alert -> stage.say("alert: " + alert.reason() + ": " + alert.words()));
        stage.say("renamed; cards: " + Cards.byStatus(sides));
        if (Cards.byStatus(sides).containsKey("error")) {
            wrong.add("cards say error: " + Cards.byStatus(sides));
        }
    }

    private static void goesOn(Stage stage, Sides sides, List<String> ids, List<String> wrong) {
        double begun = stage.seconds();
        try {
            Stage.within(Duration.ofSeconds(90), "all to be synced")
                    .until(() -> Cards.allSynced(sides));
            stage.say("renamed back; all synced after %.1f s".formatted(stage.seconds() - begun));
        } catch (ConditionTimeoutException stuck) {
            wrong.add("cards after renaming back: " + Cards.byStatus(sides));
        }
        List<TopicLog.Letter> alerts = stage.topics().alerts(PAIR);
        long opened = alerts.stream().filter(alert -> !alert.isOver()).count();
        long struck = alerts.stream().filter(TopicLog.Letter::isOver).count();
        long errors =
                ids.stream()
                        .flatMap(id -> StatusMoves.of(sides, id).stream())
                        .filter("error"::equals)
                        .count();
        stage.say(
                "%d errors on cards; alerts opened %d, struck out %d"
                        .formatted(errors, opened, struck));
        if (errors > 0 || opened != 1 || struck != 1) {
            wrong.add(errors + " errors, " + opened + " alerts opened, " + struck + " struck out");
        }
        wrong.addAll(Cards.pairing(sides));
    }

    private static long named(Stage stage) {
        return stage.topics().alerts(PAIR).stream()
                .filter(alert -> alert.words().contains(PROPERTY))
                .count();
    }

    private static void rename(Stage stage, String from, String to) {
        stage.stack()
                .web()
                .json(
                        "POST",
                        "/sandbox/lime/" + PAIR.name() + "/rename",
                        Map.of("property", from, "to", to),
                        Map.of());
        stage.say("'%s' is '%s' from now on".formatted(from, to));
    }
}

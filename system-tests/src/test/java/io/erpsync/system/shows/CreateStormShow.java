package io.erpsync.system.shows;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.system.Directions;
import io.erpsync.system.MutatedService;
import io.erpsync.system.Pair;
import io.erpsync.system.ServiceCode;
import io.erpsync.system.Sides;
import io.erpsync.system.StackPlan;
import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hundreds of creates while answers are lost, some creates happen late, and the writer is killed
 * over and over: no duplicate, no orphan, all synced in the end. The same with a writer that does
 * not look before it creates again: the judge sees duplicates.
 */
@ExtendWith(SharedStage.class)
class CreateStormShow {

    private static final int RECORDS = Integer.getInteger("show.creates", 300);
    private static final int KILLS = Integer.getInteger("show.kills", 40);

    private static final Pair PAIR = Pair.of("storm", "341", Directions.STANDARD);

    @Test
    void noDuplicateAndNoOrphan(Stage stage) throws IOException {
        stage.connect(List.of(PAIR));
        List<String> wrong = run(stage, RECORDS, KILLS, Duration.ofMinutes(3));
        stage.stack().faults().clear();
        stage.disconnect(List.of(PAIR));
        stage.demand(wrong);
    }

    @Test
    void aWriterThatDoesNotLookIsSeen() throws IOException {
        ServiceCode blind =
                MutatedService.of(
                        "erp-writers",
                        "connectors/fortnox",
                        "io.erpsync.connector.fortnox.CustomerWrites",
                        "Instant since = request.attemptedSince();",
                        "Instant since = null;",
                        Stage.folder("blind-writer"));
        StackPlan plan = StackPlan.of(PAIR).withCode(SystemStack.FORTNOX_WRITER, blind);
        try (Stage stage = Stage.open("storm-blind", plan)) {
            List<String> wrong = run(stage, RECORDS / 3, 1, Duration.ofMinutes(2));
            long seen =
                    wrong.stream()
                            .filter(
                                    finding ->
                                            finding.contains("orphan")
                                                    || finding.contains("are one card's"))
                            .count();
            stage.say("a writer that does not look: the judge sees %d faults".formatted(seen));
            assertThat(seen).isPositive();
        }
    }

    private static List<String> run(Stage stage, int records, int kills, Duration patience) {
        long seed = stage.seed();
        Sides sides = stage.stack().sides(PAIR);
        faults(stage, seed);
        Random random = new Random(seed);
        for (int i = 0; i < records; i++) {
            sides.press(sides.createInLime(company(i, random)));
        }
        stage.say(records + " cards pressed");
        int killed = kills(stage, kills);
        double over = stage.seconds();
        List<String> wrong = new ArrayList<>();
        try {
            Stage.within(patience, "all to be synced").until(() -> Cards.allSynced(sides));
            stage.say("all synced %.1f s after the last kill".formatted(stage.seconds() - over));
        } catch (ConditionTimeoutException slow) {
            wrong.add("not all synced: " + Cards.byStatus(sides));
        }
        // What was cut off may still be done.
        Stage.watch(Duration.ofSeconds(4), "nothing", () -> true);
        wrong.addAll(Cards.pairing(sides));
        stage.say(
                "%d creates pressed, %d made in Fortnox, %d kills, faults %s, %d findings"
                        .formatted(
                                records,
                                sides.ledger("fortnox").stream()
                                        .filter(
                                                entry ->
                                                        entry.path("operation")
                                                                .asString("")
                                                                .equals("create"))
                                        .count(),
                                killed,
                                hits(stage),
                                wrong.size()));
        return wrong;
    }

    private static void faults(Stage stage, long seed) {
        stage.stack().faults().seed(seed);
        Map<String, Object> creates = Map.of("method", "POST", "pathRegex", "/3/customers");
        Map<String, Object> lost = new TreeMap<>(creates);
        lost.put("probability", 0.2);
        stage.stack().faults().add("fortnox", PAIR.tenant(), "commit-then-drop", lost);
        Map<String, Object> late = new TreeMap<>(creates);
        late.put("probability", 0.05);
        late.put("delayMillis", 1500);
        stage.stack().faults().add("fortnox", PAIR.tenant(), "cut-and-commit-later", late);
    }

    /** A kill 5 s after each time the writer is ready, while there are cards to sync. */
    private static int kills(Stage stage, int most) {
        Sides sides = stage.stack().sides(PAIR);
        int kills = 0;
        while (kills < most && !Cards.allSynced(sides)) {
            Stage.watch(Duration.ofSeconds(5), "time to pass", () -> true);
            Duration down = stage.stack().killAndRestart(SystemStack.FORTNOX_WRITER);
            stage.say(
                    "kill %d: ready again after %.1f s, cards %s"
                            .formatted(++kills, down.toMillis() / 1e3, Cards.byStatus(sides)));
        }
        return kills;
    }

    private static List<String> hits(Stage stage) {
        List<String> hits = new ArrayList<>();
        stage.stack()
                .faults()
                .all()
                .forEach(
                        fault ->
                                hits.add(
                                        fault.path("kind").asString("")
                                                + " "
                                                + fault.path("hits").asInt(-1)));
        return hits;
    }

    /** Names varied in case and spaces, some the same; a number where the chance gives one. */
    private static Map<String, Object> company(int index, Random random) {
        Map<String, Object> fields = new TreeMap<>();
        String name = (random.nextInt(20) == 0 ? "Tvillingarnas" : word(index)) + " Bygg AB";
        fields.put(
                "name",
                switch (random.nextInt(4)) {
                    case 0 -> name.toUpperCase(java.util.Locale.ROOT);
                    case 1 -> name.toLowerCase(java.util.Locale.ROOT);
                    case 2 -> name.replace(" ", "  ");
                    default -> name;
                });
        fields.put("phone", "040-" + (100_000 + index));
        if (random.nextInt(10) >= 3) {
            fields.put("registrationno", registration(index));
        }
        return fields;
    }

    /** A word of its own for each index. */
    private static String word(int index) {
        List<String> syllables =
                List.of("ber", "dal", "ek", "fors", "gran", "holm", "lund", "näs", "sjö", "vik");
        String digits = String.valueOf(1000 + index);
        StringBuilder word = new StringBuilder("Sör");
        digits.chars().forEach(digit -> word.append(syllables.get(digit - '0')));
        return word.toString();
    }

    /** A number with its check digit, different for each index. */
    private static String registration(int index) {
        String digits = "556" + (100_000 + index);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits.substring(0, 6) + "-" + digits.substring(6) + (10 - sum % 10) % 10;
    }
}

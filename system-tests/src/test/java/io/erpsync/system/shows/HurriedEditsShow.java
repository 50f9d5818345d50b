package io.erpsync.system.shows;

import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Companies that are edited over and over at random moments while they are being synced: the last
 * value of each field is in the ERP, and every status move is one of the table.
 */
@ExtendWith(SharedStage.class)
class HurriedEditsShow {

    private static final int COMPANIES = 30;
    private static final int EDITS = 12;
    private static final int SECONDS = 40;
    private static final List<String> FIELDS = List.of("phone", "invoicecity", "name");
    private static final Map<String, String> IN_ERP =
            Map.of("phone", "Phone1", "invoicecity", "City", "name", "Name");

    /** How Lime flags an edit: at rest alone, while in process too, or not at all. */
    private static final List<Pair> PAIRS =
            List.of(
                    Pair.of("hurried", "301", Directions.STANDARD),
                    Pair.of("flipping", "302", Directions.STANDARD).withFlipWhileInProcess(),
                    Pair.of("unflaggedhurry", "303", Directions.STANDARD).withoutTrigger());

    @Test
    void theLastEditWinsAndEveryMoveIsOfTheTable(Stage stage) throws IOException {
        Random random = new Random(stage.seed());
        stage.connect(PAIRS);
        List<Run> runs = new ArrayList<>();
        try (ScheduledExecutorService hands = Executors.newSingleThreadScheduledExecutor()) {
            for (Pair pair : PAIRS) {
                Run run = new Run(stage.stack().sides(pair));
                runs.add(run);
                run.begin(random, hands);
            }
        }
        stage.say("%d edits made".formatted(PAIRS.size() * COMPANIES * EDITS));

        Stage.within(Duration.ofSeconds(90), "all last values to be in the ERP")
                .until(() -> runs.stream().allMatch(run -> run.missing().isEmpty()));

        for (Run run : runs) {
            run.tell(stage);
        }
        stage.disconnect(PAIRS);
    }

    /** The companies of one pair, and what each was given last. */
    private static final class Run {

        private final Sides sides;
        private final Map<String, Map<String, String>> last = new HashMap<>();
        private final List<Future<?>> edits = new ArrayList<>();

        Run(Sides sides) {
            this.sides = sides;
        }

        void begin(Random random, ScheduledExecutorService hands) {
            for (int company = 0; company < COMPANIES; company++) {
                Map<String, String> fields = new TreeMap<>();
                fields.put("name", "Firma " + company + " AB");
                fields.put("phone", "040-" + (1000 + company));
                String id = sides.createInLime(fields);
                last.put(id, fields);
                sides.press(id);
                for (int edit = 0; edit < EDITS; edit++) {
                    String field = FIELDS.get(random.nextInt(FIELDS.size()));
                    String value =
                            field.equals("phone")
                                    ? "08-" + (100_000 + random.nextInt(800_000))
                                    : "Value " + company + " " + random.nextInt(1_000_000);
                    long at = random.nextInt(SECONDS * 1000);
                    edits.add(
                            hands.schedule(
                                    () -> edit(id, field, value), at, TimeUnit.MILLISECONDS));
                }
            }
        }

        private void edit(String id, String field, String value) {
            sides.editInLime(id, Map.of(field, value));
            last.getOrDefault(id, Map.of()).put(field, value);
        }

        List<String> missing() {
            List<String> missing = new ArrayList<>();
            last.forEach(
                    (id, fields) -> {
                        JsonNode card = sides.inLime(id);
                        String number = card.path("erp_id").asString("");
                        if (!card.path("erp_status").asString("").equals("synced")
                                || number.isEmpty()) {
                            missing.add(id + " is " + card.path("erp_status").asString(""));
                            return;
                        }
                        JsonNode customer = sides.inErp(number);
                        fields.forEach(
                                (field, value) -> {
                                    String stored =
                                            customer.path(IN_ERP.getOrDefault(field, ""))
                                                    .asString("");
                                    if (!stored.equals(value)) {
                                        missing.add(id + " " + field + ": " + stored);
                                    }
                                });
                    });
            return missing;
        }

        private static boolean failed(Future<?> edit) {
            return edit.state() != Future.State.SUCCESS;
        }

        void tell(Stage stage) {
            List<String> wrong = new ArrayList<>(Cards.pairing(sides));
            int moves = 0;
            int errors = 0;
            for (String id : last.keySet()) {
                wrong.addAll(StatusMoves.strange(sides, id));
                List<String> statuses = StatusMoves.of(sides, id);
                moves += statuses.size() - 1;
                errors += (int) statuses.stream().filter("error"::equals).count();
            }
            long failed = edits.stream().filter(Run::failed).count();
            if (failed > 0) {
                wrong.add(failed + " edits were refused by the sandbox");
            }
            if (errors > 0) {
                wrong.add(errors + " times a card said error");
            }
            stage.say(
                    "%s: %d companies x %d edits; %d status moves, %d of them strange; %d writes in the ERP"
                            .formatted(
                                    sides.pair().name(),
                                    last.size(),
                                    EDITS,
                                    moves,
                                    wrong.size(),
                                    sides.ledger("fortnox").size()));
            stage.demand(wrong);
        }
    }
}

package io.erpsync.system.shows;

import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two systems full of records of one another go live with all cells open and empty topics: nothing
 * is written on either side, neither while the baseline is loaded nor after. The first edit of a
 * record on either side then arrives on the other, and nothing else does.
 */
@ExtendWith(SharedStage.class)
class GoLiveShow {

    private static final int CARDS = Integer.getInteger("show.records", 5000);
    private static final int CUSTOMERS = CARDS * 8 / 5;
    private static final int DIFFERING = 5;
    private static final Duration ARRIVES = Duration.ofSeconds(40);

    /** Lime flags edits by itself, or flags nothing. */
    private static final List<Pair> PAIRS =
            List.of(
                    Pair.of("flagged", "321", Directions.BOTH_WAYS)
                            .withTop("poll", "{ every: 3s, status: 1s }"),
                    Pair.of("unflagged", "322", Directions.BOTH_WAYS)
                            .withTop("poll", "{ every: 3s, status: 1s }")
                            .withoutTrigger());

    @Test
    void nothingIsWrittenUntilSomebodyEdits(Stage stage) throws IOException {
        for (Pair pair : PAIRS) {
            stage.stack().furnish(pair);
            OldRecords.cards(stage.stack().web(), pair, CARDS);
            OldRecords.customers(stage.stack().web(), pair, CUSTOMERS, DIFFERING);
            stage.say(
                    "%s: %d synced cards, %d customers, %d with other values than their card"
                            .formatted(pair.name(), CARDS, CUSTOMERS, CARDS / DIFFERING));
            stage.stack().connect(pair);
        }
        List<String> wrong = new ArrayList<>();
        for (Pair pair : PAIRS) {
            wrong.addAll(baseline(stage, stage.stack().sides(pair)));
        }
        for (Pair pair : PAIRS) {
            edits(stage, stage.stack().sides(pair), wrong);
        }
        stage.disconnect(PAIRS);
        stage.demand(wrong);
    }

    private static List<String> baseline(Stage stage, Sides sides) {
        Stage.within(Duration.ofSeconds(150), "the baseline to be decided on")
                .until(() -> isLoaded(stage.topics().history(sides.pair())));
        List<HistoryEntry> history = stage.topics().history(sides.pair());
        stage.say(
                "%s: baseline loaded: %d cards decided on, Fortnox's list of %d read to its end"
                        .formatted(
                                sides.pair().name(),
                                cardsDecidedOn(history),
                                sides.customers().size()));
        double lime = changePages(stage, SystemStack.LIME_POLLER);
        double erp = changePages(stage, SystemStack.ERP_POLLER);
        Stage.within(Duration.ofMinutes(1), "two further polls of either side")
                .until(
                        () ->
                                changePages(stage, SystemStack.LIME_POLLER) >= lime + 2
                                        && changePages(stage, SystemStack.ERP_POLLER) >= erp + 2);
        List<String> wrong = new ArrayList<>();
        try {
            Stage.watch(Duration.ofSeconds(8), "no write", () -> writes(sides) == 0);
        } catch (ConditionTimeoutException written) {
            wrong.add(writes(sides) + " writes by themselves after going live");
        }
        long commands =
                stage.topics().history(sides.pair()).stream()
                        .filter(entry -> !entry.getCommandIds().isEmpty())
                        .count();
        if (commands > 0) {
            wrong.add(commands + " commands by themselves after going live");
        }
        stage.say(
                "%s: after two further polls and 8 s: %d writes in Lime, %d in Fortnox, %d commands"
                        .formatted(
                                sides.pair().name(),
                                sides.ledger("lime").size(),
                                sides.ledger("fortnox").size(),
                                commands));
        return wrong;
    }

    private static void edits(Stage stage, Sides sides, List<String> wrong) {
        int inErp = 7;
        int differing = 2 * DIFFERING - 1;
        int inLime = 11;
        sides.editInErp(OldRecords.number(inErp), Map.of("Phone1", "08-777"));
        sides.editInErp(OldRecords.number(differing), Map.of("City", "Malmö"));
        sides.editInLime(OldRecords.card(inLime), Map.of("phone", "08-1111"));
        arrives(
                stage,
                wrong,
                sides.pair().name(),
                "an edit in Fortnox of a customer never seen whole arrives in Lime",
                () -> sides.inLime(OldRecords.card(inErp)).path("phone").asString(""),
                "08-777");
        arrives(
                stage,
                wrong,
                sides.pair().name(),
                "an edit in Fortnox of one that differs from its card arrives in Lime",
                () -> sides.inLime(OldRecords.card(differing)).path("invoicecity").asString(""),
                "Malmö");
        arrives(
                stage,
                wrong,
                sides.pair().name(),
                "an edit in Lime arrives in Fortnox",
                () -> sides.inErp(OldRecords.number(inLime)).path("Phone1").asString(""),
                "08-1111");
        Stage.watch(Duration.ofSeconds(8), "time to pass", () -> true);
        String status = sides.status(OldRecords.card(inLime));
        if (!status.equals("synced")) {
            wrong.add(sides.pair().name() + ": the edited card is " + status);
        }
        String phone = sides.inLime(OldRecords.card(differing)).path("phone").asString("");
        if (!phone.equals(OldRecords.phone(differing))) {
            wrong.add("what differed before it was edited did not stay: " + phone);
        }
        Set<String> edited =
                IntStream.of(inErp, differing, inLime)
                        .boxed()
                        .flatMap(i -> Stream.of(OldRecords.card(i), OldRecords.number(i)))
                        .collect(Collectors.toSet());
        long others =
                Stream.of("lime", "fortnox")
                        .flatMap(system -> sides.ledger(system).stream())
                        .filter(entry -> !edited.contains(entry.path("id").asString("")))
                        .count();
        stage.say(
                "%s: %d writes on other records than the three edited"
                        .formatted(sides.pair().name(), others));
        if (others > 0) {
            wrong.add(others + " writes on records that nobody edited");
        }
    }

    private static void arrives(
            Stage stage,
            List<String> wrong,
            String pair,
            String what,
            Supplier<String> held,
            String expected) {
        String told = pair + ": " + what;
        double begun = stage.seconds();
        try {
            Stage.within(ARRIVES, told).until(() -> held.get().equals(expected));
            stage.say("%s: after %.1f s".formatted(told, stage.seconds() - begun));
        } catch (ConditionTimeoutException never) {
            wrong.add("NOT within " + ARRIVES.toSeconds() + " s: " + told);
        }
    }

    private static boolean isLoaded(List<HistoryEntry> history) {
        return cardsDecidedOn(history) >= CARDS
                && history.stream()
                        .anyMatch(
                                entry ->
                                        entry.getReason().equals("INDEX_LOADED")
                                                && entry.getSource().startsWith("erp.changes"));
    }

    private static long cardsDecidedOn(List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.getSource().startsWith("lime.changes"))
                .map(HistoryEntry::getLinkId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static int writes(Sides sides) {
        return sides.ledger("lime").size() + sides.ledger("fortnox").size();
    }

    private static double changePages(Stage stage, String poller) {
        return Metrics.sum(stage.stack(), poller, "erpsync_poll_pages_total", "feed=\"changes\"");
    }
}

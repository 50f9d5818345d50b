package io.erpsync.system.shows;

import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import io.erpsync.system.StackPlan;
import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Two systems full of records of one another go live with all cells open and empty topics: nothing
 * is written on either side, neither while the baseline is loaded nor after. The first edit of a
 * record on either side then arrives on the other, and nothing else does.
 */
class GoLiveShow {

    private static final int CARDS = Integer.getInteger("show.records", 5000);
    private static final int CUSTOMERS = CARDS * 8 / 5;
    private static final int DIFFERING = 5;
    private static final Duration ARRIVES = Duration.ofSeconds(40);

    @Test
    void nothingIsWrittenWhereLimeFlagsEdits() throws IOException {
        show(Pair.of("golive", "321", Directions.BOTH_WAYS));
    }

    @Test
    void nothingIsWrittenWhereLimeFlagsNothing() throws IOException {
        show(Pair.of("goliveunflagged", "322", Directions.BOTH_WAYS).withoutTrigger());
    }

    private static void show(Pair usual) throws IOException {
        Pair pair = usual.withTop("poll", "{ every: 3s, status: 1s }");
        StackPlan plan =
                StackPlan.of()
                        .withLimit("fortnox", 5000, 5)
                        .withProperty(SystemStack.LIME_POLLER, "erpsync.events-per-second", "2000")
                        .withProperty(SystemStack.ERP_POLLER, "erpsync.events-per-second", "2000");
        try (Stage stage = Stage.open(pair.name(), plan)) {
            stage.stack().furnish(pair);
            OldRecords.cards(stage.stack().web(), pair, CARDS);
            OldRecords.customers(stage.stack().web(), pair, CUSTOMERS, DIFFERING);
            stage.say(
                    "%d synced cards, %d customers, %d of them with other values than their card"
                            .formatted(CARDS, CUSTOMERS, CARDS / DIFFERING));
            stage.stack().connect(pair);
            Sides sides = stage.stack().sides(pair);

            List<String> wrong = new ArrayList<>(baseline(stage, sides));
            edits(stage, sides, wrong);
            stage.demand(wrong);
        }
    }

    private static List<String> baseline(Stage stage, Sides sides) {
        Stage.within(Duration.ofSeconds(150), "the baseline to be decided on")
                .until(() -> isLoaded(stage.topics().history(sides.pair())));
        List<HistoryEntry> history = stage.topics().history(sides.pair());
        stage.say(
                "baseline loaded: %d cards decided on, Fortnox's list read to its end, %d decisions"
                        .formatted(cardsDecidedOn(history), history.size()));
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
                "after two further polls and 8 s: %d writes in Lime, %d in Fortnox, %d commands"
                        .formatted(
                                sides.ledger("lime").size(),
                                sides.ledger("fortnox").size(),
                                commands));
        return wrong;
    }

    private static void edits(Stage stage, Sides sides, List<String> wrong) {
        int inErp = 7;
        int inLime = 11;
        sides.editInErp(OldRecords.number(inErp), Map.of("Phone1", "08-777"));
        sides.editInLime(OldRecords.card(inLime), Map.of("phone", "08-1111"));
        arrives(
                stage,
                wrong,
                "an edit in Fortnox of a customer never seen whole arrives in Lime",
                () -> sides.inLime(OldRecords.card(inErp)).path("phone").asString(""),
                "08-777");
        arrives(
                stage,
                wrong,
                "an edit in Lime arrives in Fortnox",
                () -> sides.inErp(OldRecords.number(inLime)).path("Phone1").asString(""),
                "08-1111");
        Stage.within(Duration.ofSeconds(30), "the edited card to be synced")
                .until(() -> sides.status(OldRecords.card(inLime)).equals("synced"));
        long others =
                sides.ledger("lime").stream()
                                .map(entry -> entry.path("id").asString(""))
                                .filter(id -> !id.equals(OldRecords.card(inErp)))
                                .filter(id -> !id.equals(OldRecords.card(inLime)))
                                .count()
                        + sides.ledger("fortnox").stream()
                                .map(entry -> entry.path("id").asString(""))
                                .filter(id -> !id.equals(OldRecords.number(inErp)))
                                .filter(id -> !id.equals(OldRecords.number(inLime)))
                                .count();
        stage.say("%d writes on other records than the two edited".formatted(others));
        if (others > 0) {
            wrong.add(others + " writes on records that nobody edited");
        }
    }

    private static void arrives(
            Stage stage,
            List<String> wrong,
            String what,
            java.util.function.Supplier<String> held,
            String expected) {
        double begun = stage.seconds();
        try {
            Stage.within(ARRIVES, what).until(() -> held.get().equals(expected));
            stage.say("%s: after %.1f s".formatted(what, stage.seconds() - begun));
        } catch (ConditionTimeoutException never) {
            wrong.add("NOT within " + ARRIVES.toSeconds() + " s: " + what);
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

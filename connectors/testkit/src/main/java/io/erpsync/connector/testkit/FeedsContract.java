package io.erpsync.connector.testkit;

import static io.erpsync.connector.testkit.Stage.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.erpsync.connector.Answer;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.Fields;
import io.erpsync.model.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Feeds may repeat and disorder; they leave nothing out. */
interface FeedsContract extends Staged {

    /** Enough for several steps of a run. */
    int MANY = 45;

    @Test
    default void beginsAtThePresent() {
        assumeHas(Feed.CHANGES);

        Stage.Run first = stage().run(Feed.CHANGES, null);
        String id = stage().standIn().seed(stage().specimen().named("A"));
        Stage.Run second = stage().run(Feed.CHANGES, first.end());

        assertThat(first.items()).isEmpty();
        assertThat(second.ids()).contains(id);
    }

    @Test
    default void whatWasThereWhenItBeganIsNoChange() {
        assumeHas(Feed.CHANGES);
        List<String> ids = seedMany();
        stage().standIn().change(ids.getFirst(), stage().specimen().free("changed"));

        Cursor begun = stage().begun(Feed.CHANGES);
        List<FeedItem> loaded = loaded(() -> {});
        Stage.Run first = stage().run(Feed.CHANGES, begun);
        Stage.Run second = stage().run(Feed.CHANGES, first.end());

        // Where the baseline shows whole records, the same state once more is nothing new.
        assertThat(first.items()).isSubsetOf(loaded);
        assertThat(second.items()).isSubsetOf(loaded);
    }

    @Test
    default void whatIsChangedWhileEverythingIsLoadedIsAChange() {
        assumeHas(Feed.CHANGES);
        List<String> ids = seedMany();
        List<String> edited = List.of(ids.get(2), ids.get(MANY / 2), ids.getLast());

        Cursor begun = stage().begun(Feed.CHANGES);
        stage().standIn().change(edited.getFirst(), stage().specimen().free("at once"));
        loaded(() -> stage().standIn().change(edited.get(1), stage().specimen().free("during")));
        stage().standIn().change(edited.getLast(), stage().specimen().free("afterwards"));
        Stage.Run run = stage().run(Feed.CHANGES, begun);

        Map<String, StoredRecord> newest = newest(List.of(run));
        assertThat(shownFree(newest, edited.getFirst())).isEqualTo("at once");
        assertThat(shownFree(newest, edited.get(1))).isEqualTo("during");
        assertThat(shownFree(newest, edited.getLast())).isEqualTo("afterwards");
    }

    @Test
    default void bringsEveryChangeOfOneMomentInFull() {
        assumeHas(Feed.CHANGES);
        Cursor begun = stage().begun(Feed.CHANGES);
        List<String> ids = seedMany();

        Stage.Run run = stage().run(Feed.CHANGES, begun);

        assertThat(run.ids()).containsAll(ids);
        assertThat(run.items())
                .allSatisfy(item -> assertThat(item).isInstanceOf(FeedItem.Present.class));
        assertThat(newest(List.of(run)).values())
                .allSatisfy(
                        record ->
                                assertThat(record.fields().get(stage().specimen().nameField()))
                                        .matches(name -> !name.isEmpty()));
    }

    @Test
    default void missesNothingThatChangesDuringARun() {
        assumeHas(Feed.CHANGES);
        Cursor begun = stage().begun(Feed.CHANGES);
        List<String> ids = seedMany();
        AtomicInteger step = new AtomicInteger();

        Stage.Run first = stage().run(Feed.CHANGES, begun, () -> shuffle(ids, step));
        Stage.Run second = stage().run(Feed.CHANGES, first.end());

        Map<String, StoredRecord> newest = newest(List.of(first, second));
        assertThat(step.get()).as("steps between which something changed").isPositive();
        assertThat(newest.keySet()).containsAll(ids);
        for (String id : ids) {
            assertThat(shownFree(newest, id))
                    .as("record " + id)
                    .isEqualTo(
                            stage().standIn()
                                    .stored(id)
                                    .get(stage().specimen().freeField())
                                    .shown());
        }
    }

    @Test
    default void goesOnFromEveryCursorOfARun() {
        assumeHas(Feed.CHANGES);
        Cursor begun = stage().begun(Feed.CHANGES);
        List<String> ids = seedMany();
        Stage.Run whole = stage().run(Feed.CHANGES, begun);

        List<String> before = new ArrayList<>();
        for (FeedPage page : whole.pages()) {
            page.items().forEach(item -> before.add(item.reference().id()));
            List<String> all = new ArrayList<>(before);
            all.addAll(stage().run(Feed.CHANGES, page.next()).ids());
            assertThat(all).containsAll(ids);
        }
    }

    @Test
    default void listsEverythingForMatching() {
        assumeHas(Feed.INDEX);
        List<String> ids = seedMany();

        Stage.Run run = stage().run(Feed.INDEX, null);
        String later = stage().standIn().seed(stage().specimen().named("Later"));
        Stage.Run next = stage().run(Feed.INDEX, run.end());

        assertThat(run.ids()).containsAll(ids);
        assertThat(next.ids()).contains(later);
        assertThat(next.items())
                .filteredOn(item -> item.reference().id().equals(later))
                .allSatisfy(
                        item ->
                                assertThat(item)
                                        .isInstanceOfSatisfying(
                                                FeedItem.Listed.class,
                                                listed ->
                                                        assertThat(listed.name().shown())
                                                                .isEqualTo("Later")));
    }

    /** What differs from it later is taken for an edit. */
    @Test
    default void showsInAListWhatTheWholeRecordHolds() {
        assumeHas(Feed.INDEX);
        String id = stage().standIn().seed(stage().specimen().named("A"));
        stage().standIn().change(id, stage().specimen().free("free"));

        List<FeedItem> listed =
                stage().run(Feed.INDEX, null).items().stream()
                        .filter(item -> item.reference().id().equals(id))
                        .toList();
        Fields whole = Stage.applied(stage().read(id)).fields();

        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(shown(item)).isEqualTo(whole.only(names(item))));
    }

    @Test
    default void saysThatACursorIsNotItsOwn() {
        for (Feed feed : stage().specimen().connector().feeds()) {
            if (feed != Feed.STATUS) {
                assertThat(stage().poll(feed, new Cursor("what is this")))
                        .isInstanceOf(Answer.Failed.class);
            }
        }
    }

    @Test
    default void readsEachFeedThatItNames() {
        for (Feed feed : stage().specimen().connector().feeds()) {
            assertThat(got(stage().poll(feed, null))).as(feed.name()).isNotNull();
        }
    }

    /** What is loaded when a connection goes live; on the way, something happens once. */
    private List<FeedItem> loaded(Runnable meanwhile) {
        List<FeedItem> items = new ArrayList<>();
        for (Feed feed : List.of(Feed.BASELINE, Feed.INDEX)) {
            if (stage().specimen().connector().feeds().contains(feed)) {
                items.addAll(stage().run(feed, null).items());
                meanwhile.run();
            }
        }
        return items;
    }

    private void assumeHas(Feed feed) {
        assumeTrue(stage().specimen().connector().feeds().contains(feed), "no feed " + feed);
    }

    private static Fields shown(FeedItem item) {
        return item instanceof FeedItem.Listed listed ? listed.shown() : Fields.NONE;
    }

    private static Set<String> names(FeedItem item) {
        return shown(item).names();
    }

    private List<String> seedMany() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ids.add(stage().standIn().seed(stage().specimen().named("Customer " + i)));
        }
        return ids;
    }

    /** Changes one that was read, changes one that was not, takes one away and adds one. */
    private void shuffle(List<String> ids, AtomicInteger step) {
        int turn = step.incrementAndGet();
        stage().standIn().change(ids.getFirst(), stage().specimen().free("first " + turn));
        stage().standIn().change(ids.getLast(), stage().specimen().free("last " + turn));
        String gone = ids.remove(turn);
        stage().standIn().remove(gone);
        ids.add(stage().standIn().seed(stage().specimen().named("New " + turn)));
    }

    private static Map<String, StoredRecord> newest(List<Stage.Run> runs) {
        Map<String, StoredRecord> newest = new HashMap<>();
        runs.forEach(
                run ->
                        run.items()
                                .forEach(
                                        item -> {
                                            if (item instanceof FeedItem.Present(var record)) {
                                                newest.put(record.reference().id(), record);
                                            }
                                        }));
        return newest;
    }

    private String shownFree(Map<String, StoredRecord> records, String id) {
        StoredRecord record = records.get(id);
        return record == null
                ? "not seen"
                : record.fields().get(stage().specimen().freeField()).shown();
    }
}

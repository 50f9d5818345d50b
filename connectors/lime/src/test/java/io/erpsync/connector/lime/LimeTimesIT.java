package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lime's times: to 1/300 of a second, on a wall clock, and moved by every save. */
class LimeTimesIT {

    private static final int SEVERAL_PAGES = 25;

    private final SandboxLime lime = new SandboxLime();
    private final ConnectedSystem system =
            new LimeConnector().open(lime.settings(), RequestGate.OPEN);

    @AfterEach
    void close() {
        system.close();
        lime.close();
    }

    @Test
    void bringsAllThatWereSavedInOneTickOnWhicheverPage() {
        Cursor begun = run(Feed.CHANGES, null).next();
        String tick = Instant.now().plusSeconds(1).toString().substring(0, 19) + ".007Z";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < SEVERAL_PAGES; i++) {
            ids.add(seed("Tick " + i, tick));
        }

        Run first = run(Feed.CHANGES, begun);
        Run second = run(Feed.CHANGES, first.next());

        assertThat(first.pages()).isEqualTo(3);
        assertThat(first.ids()).containsExactlyElementsOf(ids);
        assertThat(first.records().values().stream().map(StoredRecord::asOf).distinct()).hasSize(1);
        assertThat(second.ids()).containsExactlyElementsOf(ids);
    }

    @Test
    void aSecondSaveInTheSameTickIsBroughtAgain() {
        Cursor begun = run(Feed.CHANGES, null).next();
        String tick = Instant.now().plusSeconds(1).toString().substring(0, 19) + ".003Z";
        String id = seed("Before", tick);
        Run first = run(Feed.CHANGES, begun);
        lime.seed("company", company("After", tick).put("_id", Integer.parseInt(id)));

        Run second = run(Feed.CHANGES, first.next());

        assertThat(nameOf(first, id)).isEqualTo("Before");
        assertThat(nameOf(second, id)).isEqualTo("After");
    }

    @Test
    void whatIsSavedBeforeItBeganIsAmongTheFirstChangesAsTheBaselineHadIt() {
        String before = lime.seed(Fields.NONE.with("name", Value.text("Before")));
        Cursor begun = run(Feed.CHANGES, null).next();
        String during = lime.seed(Fields.NONE.with("name", Value.text("Old")));
        Run baseline = run(Feed.BASELINE, null);
        lime.change(during, Fields.NONE.with("name", Value.text("New")));

        Run changes = run(Feed.CHANGES, begun);

        assertThat(baseline.ids()).containsExactly(before, during);
        assertThat(changes.records().get(before)).isEqualTo(baseline.records().get(before));
        assertThat(nameOf(changes, during)).isEqualTo("New");
        assertThat(changes.records().get(during)).isNotEqualTo(baseline.records().get(during));
    }

    /** Around the hour that comes twice, and the one that never comes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-24T23:50:00Z",
                "2026-10-25T00:05:00Z",
                "2026-10-25T00:50:00Z",
                "2026-10-25T01:20:00Z",
                "2026-03-29T00:55:00Z"
            })
    void missesNothingInTheNightsOnWhichTheClockIsChanged(Instant night) {
        clockTo(night);
        Cursor cursor = run(Feed.CHANGES, null).next();

        for (int minutes = 10; minutes <= 80; minutes += 10) {
            clockTo(night.plus(Duration.ofMinutes(minutes)));
            String id = lime.seed(Fields.NONE.with("name", Value.text("At " + minutes)));
            Run run = run(Feed.CHANGES, cursor);

            assertThat(run.ids()).as("after " + minutes + " minutes").contains(id);
            cursor = run.next();
        }
    }

    private String seed(String name, String timestamp) {
        return lime.seed("company", company(name, timestamp));
    }

    private static ObjectNode company(String name, String timestamp) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("_timestamp", timestamp);
    }

    private void clockTo(Instant time) {
        long shift = Duration.between(Instant.now(), time).toMillis();
        lime.control("POST", "/sandbox/clock", "{\"lime\":" + shift + "}");
    }

    private static String nameOf(Run run, String id) {
        StoredRecord record = run.records().get(id);
        return record == null ? "not seen" : record.fields().get("name").shown();
    }

    /** All of one run. */
    private record Run(int pages, List<FeedItem> items, Cursor next) {

        List<String> ids() {
            return items.stream().map(item -> item.reference().id()).toList();
        }

        Map<String, StoredRecord> records() {
            Map<String, StoredRecord> records = new HashMap<>();
            for (FeedItem item : items) {
                if (item instanceof FeedItem.Present(StoredRecord record)) {
                    records.put(record.reference().id(), record);
                }
            }
            return records;
        }
    }

    private Run run(Feed feed, @Nullable Cursor from) {
        List<FeedItem> items = new ArrayList<>();
        Cursor at = from;
        for (int pages = 1; pages < 50; pages++) {
            FeedQuery query = new FeedQuery(ObjectType.CUSTOMER, feed, at, Set.of("name"));
            if (!(system.poll(query) instanceof Answer.Got<FeedPage>(FeedPage page))) {
                throw new AssertionError("the feed cannot be read");
            }
            items.addAll(page.items());
            at = page.next();
            if (page.runComplete()) {
                return new Run(pages, items, at);
            }
        }
        throw new AssertionError("the run does not end");
    }
}

package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Statuses, options, relations and times: what only Lime has, against the sandbox. */
class LimeSandboxIT {

    private final SandboxLime lime = new SandboxLime();
    private final ConnectedSystem system =
            new LimeConnector().open(lime.settings(), RequestGate.OPEN);

    @AfterEach
    void close() {
        system.close();
        lime.close();
    }

    @Test
    void bringsWhatAsksForASyncAndWhatIsInProcess() {
        String ready = seedStatus("readyforfirstsync");
        String updated = seedStatus("updatesmade");
        String inProcess = seedStatus("inprocess");
        seedStatus("synced");
        seedStatus("error");
        seedStatus("empty");

        List<FeedItem> items = run(Feed.STATUS, null).items();

        assertThat(items)
                .extracting(item -> item.reference().id())
                .containsExactly(ready, updated, inProcess);
    }

    @Test
    void namesTheStatusPropertyThatAnApplicationLacks() {
        try (ConnectedSystem fresh =
                new LimeConnector().open(lime.settings("fresh", Map.of()), RequestGate.OPEN)) {

            Answer<FeedPage> answer = fresh.poll(query(Feed.STATUS, null));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            it -> {
                                assertThat(it.reason()).isEqualTo(Reason.SETTINGS_FAULT);
                                assertThat(it.words()).contains("'erp_status'");
                            });
        }
    }

    @Test
    void seesThatTheStatusHasMovedOn() {
        String id = seedStatus("synced");

        assertRefused(
                update(id, "erp_status", Value.text("inprocess")),
                Reason.STATUS_MOVED_ON,
                "erp_status");
    }

    @Test
    void writesAStatusWithTimesAndAnEmptyText() {
        String id = seedStatus("inprocess");
        Instant now = Instant.parse("2026-05-04T03:02:01.234Z");
        Fields fields =
                Fields.of(
                        Map.of(
                                "erp_status", Value.text("synced"),
                                "erp_id", Value.text("C1"),
                                "erp_errormessage", Value.empty(),
                                "erp_lastsynced", new Value.Moment(now)));

        StoredRecord written = applied(update(id, fields, false));

        assertThat(written.fields().get("erp_status")).isEqualTo(Value.text("synced"));
        assertThat(LimeValues.same(written.fields().get("erp_lastsynced"), new Value.Moment(now)))
                .isTrue();
        assertThat(applied(read(id)).asOf()).isEqualTo(written.asOf());
        assertThat(applied(update(id, fields, true)).asOf()).isEqualTo(written.asOf());
        assertThat(lime.writes()).hasSize(1);
    }

    @Test
    void readsRefusalsInLimesWords() {
        String id = seedStatus("empty");

        assertRefused(
                update(id, "pricelist", Value.text("gold")), Reason.UNKNOWN_OPTION, "pricelist");
        assertRefused(
                update(id, "erp_id", Value.text("x".repeat(17))), Reason.VALUE_TOO_LONG, "erp_id");
        assertRefused(update(id, "name", Value.empty()), Reason.REQUIRED_MISSING, "name");
        assertRefused(update(id, "coworker", new Value.Whole(7)), Reason.INVALID_VALUE, "coworker");
        assertThat(lime.writes()).isEmpty();
    }

    @Test
    void readsOptionsByKeyAndTextAndFieldsOverRelations() {
        String coworker =
                lime.seed("coworker", object().put("name", "Eva").put("email", "eva@acme.test"));
        String id =
                lime.seed(
                        "company",
                        object().put("name", "A")
                                .put("pricelist", "b")
                                .put("coworker", Long.parseLong(coworker)));

        Fields one = applied(read(id)).fields();
        Fields listed = present(run(Feed.BASELINE, null), id).fields();

        assertThat(one).isEqualTo(listed);
        assertThat(one.get("pricelist")).isEqualTo(Value.text("b"));
        assertThat(one.get("pricelist.text")).isEqualTo(Value.text("Price list B"));
        assertThat(one.get("coworker.email")).isEqualTo(Value.text("eva@acme.test"));
    }

    @Test
    void answersAWriteWithWhatIsWantedOverARelation() {
        String coworker =
                lime.seed("coworker", object().put("name", "Eva").put("email", "eva@acme.test"));
        String id =
                lime.seed(
                        "company",
                        object().put("name", "A").put("coworker", Long.parseLong(coworker)));
        String alone = lime.seed("company", object().put("name", "B"));

        Outcome plain = update(id, "phone", Value.text("1"));
        Outcome wanted = updateWanting(id, "coworker.email");
        Outcome without = updateWanting(alone, "coworker.email");

        assertThat(applied(plain).fields().has("coworker.email")).isFalse();
        assertThat(applied(wanted).fields().get("coworker.email"))
                .isEqualTo(Value.text("eva@acme.test"));
        assertThat(applied(wanted).fields().get("phone")).isEqualTo(Value.text("2"));
        assertThat(applied(without).fields().has("coworker.email")).isTrue();
        assertThat(applied(without).fields().get("coworker.email").isEmpty()).isTrue();
    }

    @Test
    void findsACreateThatTookEffectAfterTheLineWasCut() {
        Instant since = Instant.now();
        lime.meet(
                SandboxLime.fault("cut-and-commit-later")
                        .put("delayMillis", 300)
                        .put("method", "POST"));
        assertThat(create(null)).isInstanceOf(Outcome.Unknown.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> lime.writes().size() == 1);

        StoredRecord found = applied(create(since));

        assertThat(found.reference().id()).isEqualTo(lime.writes().getFirst().id());
        assertThat(lime.writes()).hasSize(1);
    }

    @Test
    void bringsItsOwnWritesAndUsersEditsAlike() {
        String mine = seedStatus("readyforfirstsync");
        String theirs = seedStatus("synced");
        Cursor begun = run(Feed.CHANGES, null).next();
        applied(update(mine, "erp_status", Value.text("inprocess")));
        lime.change(theirs, Fields.NONE.with("phone", Value.text("046")));

        Run run = run(Feed.CHANGES, begun);

        assertThat(present(run, mine).fields().get("_updateduser"))
                .isEqualTo(new Value.Whole(2701));
        assertThat(present(run, theirs).fields().get("erp_status"))
                .isEqualTo(Value.text("updatesmade"));
    }

    @Test
    void readsALongListAlsoFromAServerThatLinksByLastId() {
        lime.control("POST", "/sandbox/lime/demo/switches", "{\"offsetIdLinks\":true}");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(seedStatus("empty"));
        }

        List<FeedItem> items = run(Feed.INDEX, null).items();

        assertThat(items).extracting(item -> item.reference().id()).containsExactlyElementsOf(ids);
        assertThat(items.getFirst()).isInstanceOf(FeedItem.Listed.class);
    }

    /** All of one run. */
    private record Run(List<FeedItem> items, Cursor next) {}

    private Run run(Feed feed, @Nullable Cursor from) {
        List<FeedItem> items = new ArrayList<>();
        Cursor at = from;
        for (int steps = 0; steps < 50; steps++) {
            if (!(system.poll(query(feed, at)) instanceof Answer.Got<FeedPage>(FeedPage page))) {
                throw new AssertionError("the feed cannot be read");
            }
            items.addAll(page.items());
            at = page.next();
            if (page.runComplete()) {
                return new Run(items, at);
            }
        }
        throw new AssertionError("the run does not end");
    }

    private static StoredRecord present(Run run, String id) {
        for (FeedItem item : run.items()) {
            if (item instanceof FeedItem.Present(StoredRecord record)
                    && record.reference().id().equals(id)) {
                return record;
            }
        }
        throw new AssertionError(id + " is not in the feed");
    }

    private static FeedQuery query(Feed feed, @Nullable Cursor cursor) {
        return new FeedQuery(ObjectType.CUSTOMER, feed, cursor, Set.of("name", "coworker.email"));
    }

    private String seedStatus(String status) {
        return lime.seed("company", object().put("name", "A").put("erp_status", status));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Outcome read(String id) {
        return system.read(
                new ReadRequest(
                        ObjectType.CUSTOMER, id, Set.of("coworker.email"), Urgency.BACKGROUND));
    }

    private Outcome update(String id, String field, Value value) {
        return update(id, Fields.NONE.with(field, value), false);
    }

    private Outcome update(String id, Fields fields, boolean readFirst) {
        return system.update(
                new UpdateRequest(ObjectType.CUSTOMER, id, fields, readFirst, Urgency.BACKGROUND));
    }

    private Outcome updateWanting(String id, String path) {
        return system.update(
                new UpdateRequest(
                        ObjectType.CUSTOMER,
                        id,
                        Fields.NONE.with("phone", Value.text("2")),
                        false,
                        Urgency.BACKGROUND,
                        Set.of(path)));
    }

    private Outcome create(@Nullable Instant attemptedSince) {
        return system.create(
                new CreateRequest(
                        ObjectType.CUSTOMER,
                        new LinkId("link-1"),
                        Fields.of(Map.of("name", Value.text("A"), "erp_id", Value.text("C1"))),
                        attemptedSince,
                        Urgency.BACKGROUND));
    }

    private static StoredRecord applied(Outcome outcome) {
        if (outcome instanceof Outcome.Applied(StoredRecord record)) {
            return record;
        }
        throw new AssertionError(outcome);
    }

    private static void assertRefused(Outcome outcome, Reason reason, String field) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> {
                            assertThat(it.reason()).isEqualTo(reason);
                            assertThat(it.field()).isEqualTo(field);
                        });
    }
}

package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.unread.Stumbles;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the feeds of one limetype, one page a step. A run goes through its list by id, so that
 * records which change and thereby move in the list while it is being read are not passed over; its
 * end becomes the beginning of the next run, less an overlap.
 */
final class LimeFeeds {

    /**
     * In the order in which a record goes through them: one that moves on between two of the lists
     * is then met twice rather than not at all.
     */
    private static final List<String> ASKING =
            List.of("readyforfirstsync", "updatesmade", "inprocess");

    private final LimeSettings settings;
    private final LimeHttp http;
    private final LimeMetadata metadata;
    private final LimeReads reads;
    private final LimePages pages;
    private final Map<String, Stumbles> stumbles = new ConcurrentHashMap<>();

    LimeFeeds(LimeSettings settings, LimeHttp http, LimeMetadata metadata, LimeReads reads) {
        this.settings = settings;
        this.http = http;
        this.metadata = metadata;
        this.reads = reads;
        this.pages = new LimePages(reads, settings.pageSize());
    }

    Answer<FeedPage> poll(String type, FeedQuery query) {
        LimePosition position =
                query.cursor() == null ? LimePosition.START : LimePosition.of(query.cursor());
        if (position == null) {
            return new Answer.Failed<>(
                    Reason.SETTINGS_FAULT, null, "the stored position of the feed is unreadable");
        }
        return switch (query.feed()) {
            case CHANGES -> position.since() == null ? beginNow() : step(type, query, position);
            case STATUS -> status(type, query, position);
            case BASELINE ->
                    position.done()
                            ? new Answer.Got<>(new FeedPage(List.of(), position.cursor(), true))
                            : step(type, query, position);
            case INDEX -> step(type, query, position);
        };
    }

    private Answer<FeedPage> beginNow() {
        Reply reply = http.get("", Urgency.BACKGROUND);
        if (reply instanceof Reply.Answered answered
                && answered.success()
                && answered.date() != null
                && !Verdict.isPage(answered)) {
            LimePosition begin = LimePosition.from(answered.date());
            return new Answer.Got<>(new FeedPage(List.of(), begin.cursor(), true));
        }
        return Verdict.failed(Verdict.ofRead(reply), "there is no such application");
    }

    private Answer<FeedPage> status(String type, FeedQuery query, LimePosition position) {
        Answer<LimeType> known = metadata.type(type, Urgency.BACKGROUND);
        if (known instanceof Answer.Got<LimeType>(LimeType it) && !hasStatus(it)) {
            known = metadata.fresh(type, Urgency.BACKGROUND);
        }
        return switch (known) {
            case Answer.Failed<LimeType>(var reason, var after, var words) ->
                    new Answer.Failed<>(reason, after, words);
            case Answer.Got<LimeType>(LimeType it) when !hasStatus(it) ->
                    new Answer.Failed<>(
                            Reason.SETTINGS_FAULT,
                            null,
                            "'%s' has no property '%s': it is needed to see what asks for a sync"
                                    .formatted(type, settings.statusProperty()));
            case Answer.Got<LimeType> _ -> step(type, query, position);
        };
    }

    private boolean hasStatus(LimeType type) {
        return type.property(settings.statusProperty()) != null;
    }

    private Answer<FeedPage> step(String type, FeedQuery query, LimePosition position) {
        return switch (metadata.records(type, query.fields(), Urgency.BACKGROUND)) {
            case Answer.Failed<LimeRecords>(var reason, var after, var words) ->
                    new Answer.Failed<>(reason, after, words);
            case Answer.Got<LimeRecords>(LimeRecords reader) -> step(query, reader, position);
        };
    }

    private Answer<FeedPage> step(FeedQuery query, LimeRecords reader, LimePosition position) {
        String filter = filter(query.feed(), position);
        return switch (pages.read(reader, filter, position)) {
            case Answer.Failed<LimePages.Step>(var reason, var after, var words) ->
                    new Answer.Failed<>(reason, after, words);
            case Answer.Got<LimePages.Step>(LimePages.Step step) ->
                    page(query, reader, position, step);
        };
    }

    private String filter(Feed feed, LimePosition position) {
        return switch (feed) {
            case CHANGES, INDEX -> {
                Instant since = position.askSince(settings.zone());
                yield since == null
                        ? ""
                        : Urls.parameter("min-_timestamp", LimeValues.timeToSend(since)) + "&";
            }
            case STATUS ->
                    Urls.parameter(settings.statusProperty(), ASKING.get(position.step())) + "&";
            case BASELINE -> "";
        };
    }

    private Answer<FeedPage> page(
            FeedQuery query, LimeRecords reader, LimePosition position, LimePages.Step step) {
        LimePosition begun = position.begun(step.date());
        if (begun.runStart() == null && query.feed() != Feed.STATUS) {
            return new Answer.Failed<>(
                    Reason.UNEXPECTED_ANSWER, null, "the answer tells no time: no Date header");
        }
        LimeRecords fitting = fitting(query, reader, step.rows());
        return switch (items(query.feed(), fitting, step.rows())) {
            case Answer.Failed<List<FeedItem>>(var reason, var after, var words) ->
                    new Answer.Failed<>(reason, after, words);
            case Answer.Got<List<FeedItem>>(List<FeedItem> items) ->
                    new Answer.Got<>(page(query.feed(), begun, step, items));
        };
    }

    private static FeedPage page(
            Feed feed, LimePosition begun, LimePages.Step step, List<FeedItem> items) {
        if (!step.last()) {
            LimePosition next =
                    step.next() == null ? begun.at(step.lastId()) : begun.following(step.next());
            return new FeedPage(items, next.cursor(), false);
        }
        return end(feed, begun, items);
    }

    /** All rows, or why not; past a row that always fails, where it alone is at fault. */
    private Answer<List<FeedItem>> items(Feed feed, LimeRecords reader, List<JsonNode> rows) {
        Stumbles of = stumbles.computeIfAbsent(reader.type().name(), _ -> new Stumbles());
        List<FeedItem> items = new ArrayList<>();
        List<FeedItem.Unread> passedOver = new ArrayList<>();
        for (JsonNode row : rows) {
            String id = LimeRecords.id(row);
            switch (item(feed, reader, row)) {
                case Answer.Got<FeedItem>(FeedItem item) -> {
                    items.add(item);
                    of.read(item.reference().id());
                }
                case Answer.Failed<FeedItem>(var reason, var after, var words)
                        when id != null && after == null && of.failed(id) ->
                        passedOver.add(new FeedItem.Unread(reader.reference(id), reason, words));
                case Answer.Failed<FeedItem>(var reason, var after, var words) -> {
                    return new Answer.Failed<>(reason, after, words);
                }
            }
        }
        if (items.isEmpty() && !passedOver.isEmpty() && !isReadable(reader, of.lastRead())) {
            FeedItem.Unread first = passedOver.getFirst();
            return new Answer.Failed<>(first.reason(), null, first.words());
        }
        items.addAll(passedOver);
        return new Answer.Got<>(items);
    }

    private boolean isReadable(LimeRecords reader, @Nullable String id) {
        return id != null && reads.one(reader, id, Urgency.BACKGROUND) instanceof Outcome.Applied;
    }

    private static FeedPage end(Feed feed, LimePosition at, List<FeedItem> items) {
        return switch (feed) {
            case CHANGES, INDEX -> {
                Instant start = at.runStart() == null ? at.since() : at.runStart();
                LimePosition next = start == null ? at : LimePosition.from(start);
                yield new FeedPage(items, next.cursor(), true);
            }
            case BASELINE -> new FeedPage(items, at.finished().cursor(), true);
            case STATUS ->
                    at.step() + 1 < ASKING.size()
                            ? new FeedPage(items, at.nextStep().cursor(), false)
                            : new FeedPage(items, LimePosition.START.cursor(), true);
        };
    }

    private LimeRecords fitting(FeedQuery query, LimeRecords reader, List<JsonNode> rows) {
        if (query.feed() == Feed.INDEX) {
            return reader;
        }
        if (rows.stream().allMatch(reader::isWhole)) {
            return metadata.fitting(reader, rows, Urgency.BACKGROUND);
        }
        // Either the list shows less than a record's own page, or a property has been removed.
        String type = reader.type().name();
        metadata.forget(type);
        return metadata.records(type, query.fields(), Urgency.BACKGROUND)
                        instanceof Answer.Got<LimeRecords>(LimeRecords again)
                ? again
                : reader;
    }

    private Answer<FeedItem> item(Feed feed, LimeRecords reader, JsonNode row) {
        StoredRecord record = reader.read(row);
        if (record == null) {
            return new Answer.Failed<>(
                    Reason.UNEXPECTED_ANSWER, null, "a record in the list has no id or no time");
        }
        if (feed == Feed.INDEX) {
            return new Answer.Got<>(listed(record));
        }
        if (reader.isWhole(row)) {
            return new Answer.Got<>(new FeedItem.Present(record));
        }
        Outcome detail = reads.one(reader, record.reference().id(), Urgency.BACKGROUND);
        return switch (detail) {
            case Outcome.Applied(StoredRecord whole) ->
                    new Answer.Got<>(new FeedItem.Present(whole));
            case Outcome.Absent _ -> new Answer.Got<>(new FeedItem.Gone(record.reference()));
            case Outcome.Refused _, Outcome.Conflict _, Outcome.Unavailable _, Outcome.Unknown _ ->
                    Verdict.failed(detail, "");
        };
    }

    private FeedItem listed(StoredRecord record) {
        Fields fields = record.fields();
        return new FeedItem.Listed(
                record.reference(),
                fields.get(settings.numberProperty()),
                fields.get(settings.registrationProperty()),
                fields.get(settings.nameProperty()),
                Fields.NONE);
    }
}

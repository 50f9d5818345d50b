package io.erpsync.connector.fortnox;

import io.erpsync.connector.Answer;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.unread.Stumbles;
import io.erpsync.model.Reason;
import io.erpsync.model.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Walks lists in the order of customer numbers, one bounded step at a time. A run reads what was
 * changed since the start of the run before it; the list tells no time of change, so the start of a
 * run is the server's clock at its first page. No run asks for what was changed before the feed was
 * begun.
 *
 * <p>Inside a run the list moves: a change adds a customer to it, a delete takes one away. So each
 * step begins a little before the place where the last one ended and goes on after the customer met
 * last; when that one is nowhere near, the run begins anew.
 */
final class CustomerFeeds {

    // Above the seconds by which a change was seen to show late, and the difference of two clocks.
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    // The second of which the answer's date tells, and the one after it.
    private static final Duration UNDECIDED = Duration.ofSeconds(2);

    private static final int DETAILS = 20;
    private static final int BACK = 10;
    private static final int SHORT_LIST = 100;

    private final CustomerReads reads;
    private final CustomerRecords records;
    private final Stumbles stumbles = new Stumbles();

    CustomerFeeds(CustomerReads reads, CustomerRecords records) {
        this.reads = reads;
        this.records = records;
    }

    /** The next step of reading every change in full; without a cursor it begins now. */
    Answer<FeedPage> changes(@Nullable Cursor cursor) {
        if (cursor == null) {
            return begin();
        }
        FeedPosition at = FeedPosition.read(cursor);
        return at == null ? unreadable() : step(at, SHORT_LIST, DETAILS, this::details);
    }

    /** The next step of listing; without a cursor it lists everything there is. */
    Answer<FeedPage> index(@Nullable Cursor cursor) {
        FeedPosition at = cursor == null ? FeedPosition.EVERYTHING : FeedPosition.read(cursor);
        return at == null
                ? unreadable()
                : step(
                        at,
                        CustomerReads.LONGEST_LIST,
                        CustomerReads.LONGEST_LIST,
                        listed -> new Part(List.copyOf(listed), listed.size(), null));
    }

    private static Answer<FeedPage> unreadable() {
        return new Answer.Failed<>(Reason.UNREADABLE, null, "the cursor is not one of ours");
    }

    /**
     * What was changed before the request made here is never read, and what is changed after this
     * has returned always is. Between the two lie the rest of the second in which Fortnox answered,
     * which is left out, and the next one: whether a search finds what was changed in the very
     * second it names is not documented.
     */
    private Answer<FeedPage> begin() {
        return switch (reads.list(Map.of(), 0, 1, Urgency.BACKGROUND)) {
            case Reply.Bad bad -> bad.asAnswer();
            case Reply.Good(JsonNode _, ServerTime time) when time.skew() == null ->
                    FortnoxApi.unexpected("an answer that tells no time: no Date").asAnswer();
            case Reply.Good(JsonNode _, ServerTime time) ->
                    secondsAreOver()
                            ? page(List.of(), FeedPosition.live(time.latest()))
                            : new Answer.Failed<>(
                                    Reason.TARGET_UNAVAILABLE, null, "stopped while beginning");
        };
    }

    private static boolean secondsAreOver() {
        try {
            Thread.sleep(UNDECIDED);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Answer<FeedPage> step(FeedPosition at, int limit, int most, Reading reading) {
        int from = Math.max(0, at.done() - BACK);
        @Nullable Instant since = at.since();
        Map<String, String> search =
                since == null
                        ? Map.of()
                        : CustomerReads.changedSince(since.minus(OVERLAP), at.liveSince());
        return switch (reads.list(search, from, limit, Urgency.BACKGROUND)) {
            case Reply.Bad bad when from > 0 && isOfTheRequest(bad) ->
                    shrunk(at, search, from, bad);
            case Reply.Bad bad -> bad.asAnswer();
            case Reply.Good(JsonNode body, ServerTime time) ->
                    read(at.startedBy(time.earliest()), window(body, from), most, reading);
        };
    }

    private static boolean isOfTheRequest(Reply.Bad bad) {
        return bad instanceof Reply.Missing || bad.reason().scope() == Reason.Scope.OBJECT;
    }

    /**
     * What is behind the end of a list is documented nowhere. Where it is a refusal, and the list
     * has really become that short, the run begins anew.
     */
    private Answer<FeedPage> shrunk(
            FeedPosition at, Map<String, String> search, int from, Reply.Bad refusal) {
        return switch (reads.list(search, 0, 1, Urgency.BACKGROUND)) {
            case Reply.Bad bad -> bad.asAnswer();
            case Reply.Good(JsonNode body, ServerTime _) ->
                    CustomerReads.total(body) <= from
                            ? page(List.of(), at.anew())
                            : refusal.asAnswer();
        };
    }

    private static Window window(JsonNode body, int from) {
        return new Window(
                CustomerRecords.listed(body), from, Math.max(0, CustomerReads.total(body)));
    }

    private static Answer<FeedPage> read(
            FeedPosition at, Window window, int most, Reading reading) {
        int next = window.after(at.last());
        if (next < 0) {
            return page(List.of(), at.anew());
        }
        List<FeedItem.Listed> rest = window.items().subList(next, window.items().size());
        List<FeedItem.Listed> taken = rest.subList(0, Math.min(most, rest.size()));
        Part part = reading.read(taken);
        int end = window.from() + next + part.read();
        if (part.read() == 0 && end < window.total()) {
            return part.broken() == null
                    ? FortnoxApi.unexpected("a list that ends before its end").asAnswer()
                    : part.broken().asAnswer();
        }
        // What broke off is met again in the next step, and said then if it has stayed.
        boolean ended = part.broken() == null && end >= window.total();
        return page(
                part.items(),
                ended ? at.ended() : at.reached(end, lastOf(taken, part.read(), at.last())));
    }

    private static @Nullable String lastOf(
            List<FeedItem.Listed> taken, int read, @Nullable String before) {
        return read == 0 ? before : taken.get(read - 1).reference().id();
    }

    private static Answer<FeedPage> page(List<FeedItem> items, FeedPosition next) {
        return new Answer.Got<>(new FeedPage(items, next.cursor(), next.idle()));
    }

    /** Up to the first that cannot be read, or past it where it alone is at fault. */
    private Part details(List<FeedItem.Listed> listed) {
        List<FeedItem> items = new ArrayList<>();
        List<Reply.Bad> passedOver = new ArrayList<>();
        Reply.@Nullable Bad broken = null;
        for (FeedItem.Listed item : listed) {
            String number = item.reference().id();
            switch (reads.detail(number, Urgency.BACKGROUND)) {
                case Reply.Good(JsonNode body, ServerTime time) -> {
                    items.add(new FeedItem.Present(records.record(body, time.earliest())));
                    stumbles.read(number);
                }
                case Reply.Missing _ -> items.add(new FeedItem.Gone(item.reference()));
                case Reply.Bad bad when mayBeOfTheRecord(bad) && stumbles.failed(number) -> {
                    items.add(new FeedItem.Unread(item.reference(), bad.reason(), bad.words()));
                    passedOver.add(bad);
                }
                case Reply.Bad bad -> broken = bad;
            }
            if (broken != null) {
                break;
            }
        }
        return passedOver.isEmpty() || othersPass(items)
                ? new Part(items, items.size(), broken)
                : before(items, passedOver.getFirst());
    }

    private static boolean mayBeOfTheRecord(Reply.Bad bad) {
        return switch (bad) {
            case Reply.No _ -> true;
            case Reply.Unclear unclear -> unclear.retryAfter() == null;
            case Reply.NotDone _, Reply.Missing _ -> false;
        };
    }

    private boolean othersPass(List<FeedItem> items) {
        if (items.stream().anyMatch(FeedItem.Present.class::isInstance)) {
            return true;
        }
        String witness = stumbles.lastRead();
        return witness != null && reads.detail(witness, Urgency.BACKGROUND) instanceof Reply.Good;
    }

    private static Part before(List<FeedItem> items, Reply.Bad broken) {
        List<FeedItem> read =
                items.stream().takeWhile(item -> !(item instanceof FeedItem.Unread)).toList();
        return new Part(read, read.size(), broken);
    }

    /** Makes feed items of list items. */
    private interface Reading {
        Part read(List<FeedItem.Listed> listed);
    }

    /**
     * What came of some list items.
     *
     * @param read how many of them were read
     * @param broken why not all were; null when all were
     */
    private record Part(List<FeedItem> items, int read, Reply.@Nullable Bad broken) {}

    /** A stretch of a list that begins at {@code from}. */
    private record Window(List<FeedItem.Listed> items, int from, int total) {

        /** Where to go on after the customer met last; negative when it is not here. */
        int after(@Nullable String last) {
            if (last == null) {
                return 0;
            }
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).reference().id().equals(last)) {
                    return i + 1;
                }
            }
            return -1;
        }
    }
}

package io.erpsync.connector.fortnox;

import io.erpsync.connector.CreateRequest;
import io.erpsync.model.LinkId;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Finds the customer that an earlier attempt at a create may have made. Fortnox cannot search for
 * the key, so every customer changed since the first attempt is looked into, the likely ones first;
 * the key alone decides, never a name.
 */
final class CreateLookup {

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final int BACK = 10;
    private static final int MOST_REMEMBERED = 100_000;

    private final FortnoxApi api;
    private final CustomerReads reads;
    private final CustomerRecords records;

    // Which key a customer carries, by number; an empty one for none. A key is written on create
    // and never again, so a look-up that had to stop half-way does not begin from the start: after
    // a change of many customers it takes longer than one command may.
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    CreateLookup(FortnoxApi api, CustomerReads reads, CustomerRecords records) {
        this.api = api;
        this.reads = reads;
        this.records = records;
    }

    /** Looks for what {@code request} may have made at or after {@code since} on our clock. */
    Found find(CreateRequest request, Instant since) {
        Map<String, String> changed =
                CustomerReads.changedSince(since.plus(api.skew()).minus(OVERLAP));
        Map<String, String> likely = new TreeMap<>(changed);
        likely.putAll(narrowing(request));
        Map<String, Boolean> seen = new TreeMap<>();
        Found found = through(likely, request, seen);
        return found instanceof Found.Nothing && !likely.equals(changed)
                ? through(changed, request, seen)
                : found;
    }

    private static Map<String, String> narrowing(CreateRequest request) {
        Value registration = request.fields().get(CustomerCatalogue.REGISTRATION);
        if (!registration.isEmpty()) {
            return Map.of("organisationnumber", registration.shown());
        }
        return Arrays.stream(request.fields().get(CustomerCatalogue.NAME).shown().split("\\s+"))
                .max(Comparator.comparingInt(String::length))
                .filter(word -> !word.isEmpty())
                .map(word -> Map.of("name", word))
                .orElse(Map.of());
    }

    /**
     * Page by page. Between two pages the list may become shorter, and what comes next move to
     * where we have been: so each begins a little before the end of the one before it, and must
     * show where that ended.
     */
    private Found through(
            Map<String, String> search, CreateRequest request, Map<String, Boolean> seen) {
        int from = 0;
        String last = null;
        while (true) {
            Reply reply = reads.list(search, from, CustomerReads.LONGEST_LIST, request.urgency());
            if (reply instanceof Reply.Bad bad) {
                return new Found.Unread(bad);
            }
            JsonNode body = ((Reply.Good) reply).body();
            List<String> numbers =
                    CustomerRecords.listed(body).stream()
                            .map(item -> item.reference().id())
                            .toList();
            if (last != null && !numbers.contains(last)) {
                from = 0;
                last = null;
                continue;
            }
            for (String number : numbers) {
                if (seen.put(number, true) == null) {
                    Found found = inspect(number, request.key(), request.urgency());
                    if (!(found instanceof Found.Nothing)) {
                        return found;
                    }
                }
            }
            int end = from + body.path(CustomerRecords.LIST).size();
            if (numbers.isEmpty() || end >= CustomerReads.total(body)) {
                return new Found.Nothing();
            }
            from = Math.max(0, end - BACK);
            last = numbers.getLast();
        }
    }

    /** Whether the customer with that number carries {@code key}. */
    Found inspect(String number, LinkId key, Urgency urgency) {
        String known = keys.get(number);
        if (known != null && !known.equals(key.value())) {
            return new Found.Nothing();
        }
        return switch (reads.detail(number, urgency)) {
            case Reply.Missing _ -> new Found.Nothing();
            case Reply.Bad bad -> new Found.Unread(bad);
            case Reply.Good(JsonNode body, ServerTime time) -> {
                // As a write's answer: whoever reads must see something newer to believe it.
                StoredRecord record = records.record(body, time.latest());
                String held = record.fields().get(CustomerCatalogue.KEY).shown();
                remember(number, held);
                yield held.equals(key.value()) ? new Found.It(record) : new Found.Nothing();
            }
        };
    }

    private void remember(String number, String key) {
        if (keys.size() >= MOST_REMEMBERED) {
            keys.clear();
        }
        keys.put(number, key);
    }

    /** What came of a look. */
    sealed interface Found {

        record It(StoredRecord record) implements Found {}

        record Nothing() implements Found {}

        record Unread(Reply.Bad why) implements Found {}
    }
}

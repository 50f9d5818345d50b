package io.erpsync.polling.world;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.Identity;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Capabilities;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A Lime in memory, one list of changes for each connection; cursors are positions in it. Its pages
 * hold three records.
 */
public final class FakeLime implements Connector {

    private static final int PAGE = 3;
    private static final Instant TIME = Instant.parse("2026-11-23T12:00:00Z");

    private final Map<String, List<StoredRecord>> changes = new ConcurrentHashMap<>();
    private final Map<String, Answer.Failed<?>> faults = new ConcurrentHashMap<>();
    private final Set<String> hiding = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();
    private final Map<String, Integer> opened = new ConcurrentHashMap<>();

    /** A record is changed, and is then called {@code name}. */
    public void change(String connection, int id, String name) {
        List<StoredRecord> list = list(connection);
        synchronized (list) {
            list.add(
                    new StoredRecord(
                            new RecordReference(SystemName.LIME, "company", Integer.toString(id)),
                            null,
                            Fields.of(Map.of("name", Value.text(name))),
                            TIME.plusSeconds(list.size())));
        }
    }

    /** From now on every call of that connection fails so; null mends it. */
    public void fault(String connection, @Nullable Reason reason) {
        if (reason == null) {
            faults.remove(connection);
        } else {
            faults.put(connection, new Answer.Failed<>(reason, null, "as the test wants it"));
        }
    }

    /** From now on no single record of that connection can be read, until told otherwise. */
    public void hideRecords(String connection, boolean hidden) {
        if (hidden) {
            hiding.add(connection);
        } else {
            hiding.remove(connection);
        }
    }

    /** How often a single record of that connection was asked for. */
    public int reads(String connection) {
        return reads.getOrDefault(connection, 0);
    }

    /** How often that connection was opened. */
    public int opened(String connection) {
        return opened.getOrDefault(connection, 0);
    }

    private List<StoredRecord> list(String connection) {
        return changes.computeIfAbsent(connection, _ -> new ArrayList<>());
    }

    @Override
    public SystemName system() {
        return SystemName.LIME;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Capabilities.Clearing.EMPTIES, false, Duration.ofSeconds(60), false, 10);
    }

    @Override
    public String entityOf(ObjectType type) {
        return "company";
    }

    @Override
    public Set<Feed> feeds() {
        return EnumSet.allOf(Feed.class);
    }

    /** Keeps no times, so that is the beginning. */
    @Override
    public Cursor changesFrom(Instant moment) {
        return new Cursor("0");
    }

    @Override
    public ConnectedSystem open(AccessSettings settings, RequestGate gate) {
        opened.merge(settings.connection().value(), 1, Integer::sum);
        return new Opened(settings.connection().value());
    }

    private final class Opened implements ConnectedSystem {

        private final String connection;

        private Opened(String connection) {
            this.connection = connection;
        }

        private <T> Answer<T> unlessFaulty(T answer) {
            Answer.Failed<?> fault = faults.get(connection);
            return fault == null
                    ? new Answer.Got<>(answer)
                    : new Answer.Failed<>(fault.reason(), fault.retryAfter(), fault.words());
        }

        @Override
        public Answer<Identity> identify() {
            return unlessFaulty(new Identity("fake", null, null, Duration.ZERO));
        }

        @Override
        public Answer<FieldCatalogue> catalogue(ObjectType type) {
            return unlessFaulty(FieldCatalogue.of(SystemName.LIME, "company", List.of()));
        }

        @Override
        public Answer<FeedPage> poll(FeedQuery query) {
            List<StoredRecord> list = list(connection);
            synchronized (list) {
                Cursor cursor = query.cursor();
                if (cursor == null && query.feed() == Feed.CHANGES) {
                    return unlessFaulty(page(list, list.size(), list.size()));
                }
                int from = cursor == null ? 0 : Integer.parseInt(cursor.position());
                if (query.feed() == Feed.STATUS) {
                    return unlessFaulty(page(list, 0, 0));
                }
                return unlessFaulty(page(list, from, Math.min(from + PAGE, list.size())));
            }
        }

        private static FeedPage page(List<StoredRecord> list, int from, int to) {
            List<FeedItem> items = new ArrayList<>();
            list.subList(from, to).forEach(record -> items.add(new FeedItem.Present(record)));
            boolean last = to == list.size() || to == 0;
            return new FeedPage(items, new Cursor(Integer.toString(to)), last);
        }

        @Override
        public Outcome read(ReadRequest request) {
            reads.merge(connection, 1, Integer::sum);
            if (hiding.contains(connection)) {
                return new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "hidden");
            }
            List<StoredRecord> list = list(connection);
            synchronized (list) {
                return list.reversed().stream()
                        .filter(record -> record.reference().id().equals(request.id()))
                        .findFirst()
                        .<Outcome>map(Outcome.Applied::new)
                        .orElseGet(() -> new Outcome.Absent("no such record"));
            }
        }

        @Override
        public Outcome create(CreateRequest request) {
            throw new AssertionError("a poller creates nothing");
        }

        @Override
        public Outcome update(UpdateRequest request) {
            throw new AssertionError("a poller updates nothing");
        }

        @Override
        public void close() {}
    }
}

package io.erpsync.cli.check;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.model.ObjectType;
import io.erpsync.model.StoredRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads some records of one side: enough to see how it behaves, few enough to be no burden. */
final class Sample {

    private static final int PAGES = 4;

    private final Map<String, StoredRecord> records = new LinkedHashMap<>();
    private Answer.@Nullable Failed<FeedPage> failed;

    /** What asks for a sync now, and the first records of all. */
    static Sample ofLime(ConnectedSystem system, ObjectType type) {
        Sample sample = new Sample();
        sample.read(system, type, Feed.BASELINE, PAGES);
        // Read last, so that of a record that is met twice its newer state is kept.
        sample.read(system, type, Feed.STATUS, PAGES);
        return sample;
    }

    /** One page, to see that it may be read at all. */
    static Sample ofErp(ConnectedSystem system, ObjectType type) {
        Sample sample = new Sample();
        sample.read(system, type, Feed.INDEX, 1);
        return sample;
    }

    private void read(ConnectedSystem system, ObjectType type, Feed feed, int pages) {
        Cursor cursor = null;
        for (int page = 0; page < pages && failed == null; page++) {
            switch (system.poll(new FeedQuery(type, feed, cursor, Set.of()))) {
                case Answer.Failed<FeedPage> refused -> failed = refused;
                case Answer.Got<FeedPage>(FeedPage got) -> {
                    got.items().forEach(this::take);
                    if (got.runComplete()) {
                        return;
                    }
                    cursor = got.next();
                }
            }
        }
    }

    private void take(FeedItem item) {
        if (item instanceof FeedItem.Present(StoredRecord record)) {
            records.put(record.reference().id(), record);
        }
    }

    List<StoredRecord> records() {
        return List.copyOf(records.values());
    }

    /** Why it could not be read to the end; null when it could. */
    Answer.@Nullable Failed<FeedPage> failed() {
        return failed;
    }
}

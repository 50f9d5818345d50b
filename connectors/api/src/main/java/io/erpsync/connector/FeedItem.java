package io.erpsync.connector;

import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;

/** One record met in a feed. */
public sealed interface FeedItem {

    RecordReference reference();

    /** The whole record, from its detail view. */
    record Present(StoredRecord record) implements FeedItem {
        @Override
        public RecordReference reference() {
            return record.reference();
        }
    }

    /**
     * What a list page says of a record; enough to find it by, never to decide on.
     *
     * @param shown all of it that the whole record has too, by the names and with the values that
     *     it has there; what was edited later is told from it. None where whole records are read
     *     when a connection goes live
     */
    record Listed(
            RecordReference reference,
            Value number,
            Value registrationNumber,
            Value name,
            Fields shown)
            implements FeedItem {}

    /**
     * The record is there and could not be read, again and again while others could: the feed goes
     * on past it. It is met again when it changes.
     */
    record Unread(RecordReference reference, Reason reason, String words) implements FeedItem {}

    /** The record was there and is gone. */
    record Gone(RecordReference reference) implements FeedItem {}
}

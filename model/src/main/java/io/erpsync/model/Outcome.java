package io.erpsync.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request to an outside system. {@code words} are the system's own, for a person
 * to read, and hold no secret.
 */
public sealed interface Outcome {

    /** Done; {@code record} is what the system now holds. */
    record Applied(StoredRecord record) implements Outcome {}

    /** There is no such record; nothing was written. */
    record Absent(String words) implements Outcome {}

    /** The system said no and will say no again until something changes; nothing was written. */
    record Refused(Reason reason, @Nullable String field, String words) implements Outcome {}

    /** Somebody else changed the record since it was read; nothing was written. */
    record Conflict(String words) implements Outcome {}

    /** Surely nothing was written, and the same request may succeed later. */
    record Unavailable(Reason reason, @Nullable Duration retryAfter, String words)
            implements Outcome {}

    /**
     * Perhaps written: the answer was lost, late or unreadable. Nothing may be sent again before a
     * look.
     */
    record Unknown(String words) implements Outcome {}
}

package io.erpsync.connector;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one record to be made.
 *
 * @param key stored in the system where it has a place, so that the record can be found again
 * @param attemptedSince null for a first attempt; else the time, on our clock, before which no
 *     attempt was made: the connector then looks for the record first and creates it only when the
 *     look finds none
 * @param attemptedUntil null for a first attempt; else the time, on our clock, after which none was
 *     made: until the system has settled from then on, a look that finds nothing proves nothing
 */
public record CreateRequest(
        ObjectType type,
        LinkId key,
        Fields fields,
        @Nullable Instant attemptedSince,
        @Nullable Instant attemptedUntil,
        Urgency urgency) {

    /** A request whose earlier attempts, if any, were all made at one time. */
    public CreateRequest(
            ObjectType type,
            LinkId key,
            Fields fields,
            @Nullable Instant attemptedSince,
            Urgency urgency) {
        this(type, key, fields, attemptedSince, attemptedSince, urgency);
    }
}

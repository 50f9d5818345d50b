package io.erpsync.writer.execute;

import io.erpsync.model.CommandId;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order to a target.
 *
 * @param entity the target's own word for the object type
 * @param cell the cell of the direction matrix that must be open
 * @param attemptedSince when an earlier attempt may have been carried out, on our clock; null when
 *     there was none
 * @param issuedAt on our clock; no attempt was made before it
 */
public record Command(
        CommandId id,
        ConnectionName connection,
        LinkId link,
        SystemName target,
        String entity,
        Task task,
        MatrixCell cell,
        @Nullable Instant attemptedSince,
        Urgency urgency,
        Instant issuedAt) {

    /**
     * What must stay in order. Not the record's key: that of a create names the link, that of a
     * later update the record.
     */
    public Lane lane() {
        return new Lane(connection, link);
    }

    /** The earliest time at which any attempt can have been made. */
    public Instant attemptedAtTheEarliest() {
        return attemptedSince != null && attemptedSince.isBefore(issuedAt)
                ? attemptedSince
                : issuedAt;
    }
}

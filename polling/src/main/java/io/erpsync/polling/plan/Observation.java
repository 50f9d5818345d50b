package io.erpsync.polling.plan;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record as it was seen.
 *
 * @param eventId the same for a repeat of the same observation
 * @param shown what a list page showed of the whole record's fields; none with any other view
 * @param asOf on the system's clock: the state was read at or after this time
 * @param observedAt on our clock
 */
public record Observation(
        String eventId,
        ConnectionName connection,
        RecordReference reference,
        View view,
        Origin origin,
        Urgency urgency,
        @Nullable String technicalId,
        Fields fields,
        Fields shown,
        Instant asOf,
        Instant observedAt) {

    /** The id of the reference that stands for a whole list, with {@link View#INDEX_LOADED}. */
    public static final String WHOLE_LIST = "*";

    /** How much was seen. */
    public enum View {
        RECORD,
        LISTED,
        GONE,
        INDEX_LOADED
    }

    /** What caused the look. */
    public enum Origin {
        POLL,
        STATUS_POLL,
        HINT,
        BASELINE,
        INDEX
    }
}

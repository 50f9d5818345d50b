package io.erpsync.sync.translate;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import io.erpsync.schemas.message.Origin;
import io.erpsync.schemas.message.View;

/**
 * A change event that was understood as a whole.
 *
 * @param shown what a list page showed of the whole record's fields; none with any other view
 */
public record ReadChange(
        String eventId,
        ConnectionName connection,
        View view,
        Origin origin,
        Urgency urgency,
        StoredRecord record,
        Fields shown) {

    public RecordReference reference() {
        return record.reference();
    }
}

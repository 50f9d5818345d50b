package io.erpsync.sync.core.model;

import io.erpsync.model.Fields;

/**
 * One go from {@code inprocess} to {@code synced} or {@code error}.
 *
 * @param snapshot the Lime record in the answer to our {@code inprocess}: what is sent, whatever
 *     happens in Lime meanwhile
 * @param whole true when all fields are to be sent anew, as the button asks
 * @param looked true once the ERP record was read or written within the round
 */
public record Round(Fields snapshot, boolean whole, boolean looked) {

    /** The round after the ERP record was read. */
    public Round lookedAt() {
        return new Round(snapshot, whole, true);
    }

    /** The round after its fields were sent. */
    public Round sent() {
        return new Round(snapshot, false, true);
    }

    /** The round after Lime was made to hold {@code written}. */
    public Round over(Fields written) {
        return new Round(snapshot.with(written), whole, looked);
    }
}

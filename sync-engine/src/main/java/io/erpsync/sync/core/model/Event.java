package io.erpsync.sync.core.model;

import io.erpsync.model.CommandId;
import io.erpsync.model.Outcome;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened and that a link must be decided on for. */
public sealed interface Event {

    /**
     * A record of either side was seen, whole.
     *
     * @param standing what its being seen says of it, beyond what it holds
     */
    record Seen(Side side, StoredRecord record, Urgency urgency, Standing standing)
            implements Event {

        /** Whether the record was there when the connection went live. */
        public boolean existedBefore() {
            return standing != Standing.NEW;
        }
    }

    /** Why a record was seen. */
    enum Standing {
        /** Stated as it stood when the connection went live: a note that asks for nothing. */
        BASELINE,
        /** Somebody saved it, and it was there when the connection went live. */
        EXISTED_BEFORE,
        /** Somebody saved it, and nothing says that it was there before. */
        NEW
    }

    /** A record of either side is no more. */
    record Gone(Side side, RecordReference reference, Instant now) implements Event {}

    /** The link's turn has come to send its command. */
    record Released(Instant now) implements Event {}

    /**
     * A command was answered.
     *
     * @param attemptedAt when its first attempt began; null when nothing was sent
     */
    record Answered(CommandId command, Outcome outcome, @Nullable Instant attemptedAt, Instant now)
            implements Event {}

    /** A time that the link waits for has come. */
    record Due(Instant now) implements Event {}

    /** A person asks for the failed step to be tried again. */
    record ReplayAsked(Instant now) implements Event {}

    /** A person asks for the Lime record to be sent now, whatever its status. */
    record SendNowAsked(Instant now) implements Event {}

    /** A person says that these two records are the same thing. */
    record LinkAsked(RecordReference lime, RecordReference erp) implements Event {}

    /** A person says that they are not. */
    record UnlinkAsked() implements Event {}

    /** Another Lime record claims the number of this link's ERP record. */
    record NumberContested(String card) implements Event {}

    /** That Lime record claims it no longer. */
    record NumberConceded(String card) implements Event {}

    /** The brake holds the link's update back until an operator decides. */
    record Braked(Instant now) implements Event {}

    /** An operator let go what the brake held. */
    record BrakeReleased() implements Event {}

    /** An operator dropped what the brake held. */
    record BrakeDiscarded() implements Event {}
}

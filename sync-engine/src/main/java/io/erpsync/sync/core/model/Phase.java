package io.erpsync.sync.core.model;

import io.erpsync.model.CommandId;
import io.erpsync.model.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the engine is at with a link. */
public sealed interface Phase {

    /** Nothing is to be done. */
    record Idle() implements Phase {}

    /**
     * The step waits to be released.
     *
     * @param attemptedSince when an earlier attempt of the same step may have been carried out;
     *     else null
     */
    record Ready(Work work, @Nullable Instant attemptedSince) implements Phase {}

    /** The command is out and its result is awaited. */
    record Open(Work work, CommandId command, @Nullable Instant attemptedSince) implements Phase {}

    /**
     * An answer was lost; until {@code until} a write may still take effect, and nothing else is
     * sent.
     */
    record Settling(Work work, Instant until, Instant attemptedSince) implements Phase {}

    /**
     * The step waits for something that comes by itself, and is looked at again at {@code until}.
     */
    record Waiting(Work work, Instant until, Reason reason, @Nullable Instant attemptedSince)
            implements Phase {}

    /** Waits for a person: an edit on either side, or a replay. */
    record Parked(Problem problem) implements Phase {}

    /** The link was dissolved on purpose or its Lime record is gone. */
    record Closed(Ending ending) implements Phase {}

    /** How a link ended. */
    enum Ending {
        DISCONNECTED,
        LIME_RECORD_GONE
    }
}

package io.erpsync.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * These bytes are not a message of ours: not in the wire format, cut off, with bytes left over, or
 * of another schema. Lasting: the same bytes fail again.
 */
public final class UnreadableRecord extends SerializationException {

    public UnreadableRecord(String message) {
        super(message);
    }

    public UnreadableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.erpsync.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The object is not a message of the contract, or lacks what its schema demands: a fault of ours.
 */
public final class UnwritableMessage extends SerializationException {

    public UnwritableMessage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.erpsync.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * No address of the registry gave an answer that can be used, or it did not accept our credentials.
 * Transient: nothing is known of the record, the same call may succeed later, and the caller waits.
 */
public final class RegistryUnavailable extends RetriableException {

    public RegistryUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.erpsync.polling.kafka;

import org.jspecify.annotations.Nullable;

/** Nothing may have gone out; the same publication can be tried again, a repeat is harmless. */
public final class PublishingTrouble extends RuntimeException {

    PublishingTrouble(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.erpsync.writer.kafka;

import org.jspecify.annotations.Nullable;

/** This process must end: a person, or the supervisor that starts it anew, must act. */
final class CannotRun extends RuntimeException {

    CannotRun(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

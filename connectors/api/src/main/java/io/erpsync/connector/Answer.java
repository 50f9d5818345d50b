package io.erpsync.connector;

import io.erpsync.model.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a read-only call brought: the thing asked for, or why not. */
public sealed interface Answer<T> {

    record Got<T>(T value) implements Answer<T> {}

    /** {@code words} are the system's own or ours, for a person to read, and hold no secret. */
    record Failed<T>(Reason reason, @Nullable Duration retryAfter, String words)
            implements Answer<T> {}
}

package io.erpsync.sandbox.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a fault does.
 *
 * @param body the answer's body, or absent for the one usual for the system
 * @param retryAfter seconds to be told with a 429, or absent
 * @param commit whether a write is done although its answer is malformed, or absent for the kind's
 *     own rule
 */
public record FaultEffect(
        FaultKind kind,
        Duration delay,
        int status,
        @Nullable String body,
        @Nullable String retryAfter,
        @Nullable Boolean commit) {

    public boolean commits() {
        return commit == null ? kind == FaultKind.EMPTY_200 : commit;
    }
}

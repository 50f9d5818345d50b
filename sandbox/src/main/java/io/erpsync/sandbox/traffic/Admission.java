package io.erpsync.sandbox.traffic;

import java.time.Duration;

/** Whether a request was let through, and if not, when the next one would be. */
public sealed interface Admission {

    record Admitted() implements Admission {}

    record Refused(Duration remaining, boolean told) implements Admission {

        /** The wait in whole seconds, never less than it is. */
        public long waitSeconds() {
            return Math.max(1, remaining.plusMillis(999).toSeconds());
        }
    }
}

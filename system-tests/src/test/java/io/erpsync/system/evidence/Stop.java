package io.erpsync.system.evidence;

import java.time.Instant;

/** The time in which a connection's ERP did not answer. */
public record Stop(Instant from, Instant until) {

    public boolean covers(Instant at) {
        return at.isAfter(from) && at.isBefore(until);
    }
}

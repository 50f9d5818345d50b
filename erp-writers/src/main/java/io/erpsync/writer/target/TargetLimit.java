package io.erpsync.writer.target;

import java.time.Duration;

/**
 * How many requests the target takes from us.
 *
 * @param requests that many in any {@code window}, as the target publishes it
 * @param share the percentage of them that is the writers'; the rest is the pollers'
 * @param scope what the target counts by
 * @param replicas how many writers share one address
 */
public record TargetLimit(int requests, Duration window, int share, Scope scope, int replicas) {

    /** What a target counts requests by. */
    public enum Scope {
        /** Every connection has its own limit; all its commands reach one replica. */
        CONNECTION,
        /** All connections behind one address share it, on all replicas. */
        ADDRESS
    }
}

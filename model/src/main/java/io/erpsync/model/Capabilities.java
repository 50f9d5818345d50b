package io.erpsync.model;

import java.time.Duration;

/**
 * What a system can do, so that the engine need not know which one it is.
 *
 * @param clear how a field is emptied
 * @param storesLinkId whether a created record carries our link id in a field of its own
 * @param settleTime how long after a lost answer a write may still take effect; above the system's
 *     longest request
 * @param optimisticLock whether a write fails when somebody else wrote in between
 * @param requestsPerSecond the published rate for one connection, as a whole number of requests a
 *     second, rounded down
 */
public record Capabilities(
        Clearing clear,
        boolean storesLinkId,
        Duration settleTime,
        boolean optimisticLock,
        int requestsPerSecond) {

    /** How a system treats an empty value in an update. */
    public enum Clearing {
        /** The field is emptied. */
        EMPTIES,
        /** The field keeps its value: a known difference. */
        IGNORED
    }
}

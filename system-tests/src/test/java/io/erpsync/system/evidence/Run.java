package io.erpsync.system.evidence;

import java.util.List;

/**
 * One run of the workload.
 *
 * @param kind how answers and services behaved meanwhile
 * @param refusedByRate how many requests of the services a system refused as too many, without
 *     those that were refused as a fault
 */
public record Run(
        long seed,
        Kind kind,
        List<Evidence> connections,
        int refusedByRate,
        List<LoggedSecret> logged,
        List<Restart> restarts) {

    /** How answers and services behaved. */
    public enum Kind {
        PLAIN,
        KILLED,
        FAULTY
    }
}

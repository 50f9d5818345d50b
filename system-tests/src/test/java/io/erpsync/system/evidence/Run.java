package io.erpsync.system.evidence;

import java.time.Duration;
import java.util.List;

/**
 * One run of the workload.
 *
 * @param kind how answers and services behaved meanwhile
 * @param refusedByRate how many requests of the services a system refused as too many, without
 *     those that were refused as a fault
 * @param unaccounted what the engine read and did not decide on, or never ended; looked up once all
 *     is quiet
 */
public record Run(
        long seed,
        Kind kind,
        List<Evidence> connections,
        int refusedByRate,
        List<LoggedSecret> logged,
        List<Restart> restarts,
        List<String> unaccounted) {

    /** Longer than a late commit of the runs takes, and than a result takes to be kept. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /**
     * Whether the answer to that write of ours may not have reached the service, or what it learnt
     * from it may have been lost.
     */
    public boolean mayBeUnanswered(Evidence evidence, Write write) {
        return evidence.hits().stream()
                        .anyMatch(
                                hit ->
                                        hit.leavesUnanswered(write)
                                                && !write.at().isAfter(hit.at().plus(SOON)))
                || restarts.stream()
                        .anyMatch(
                                restart ->
                                        restart.service().equals("writer-" + write.system())
                                                && !write.at().isAfter(restart.killed())
                                                && write.at().plus(SOON).isAfter(restart.killed()));
    }

    /** How answers and services behaved. */
    public enum Kind {
        PLAIN,
        KILLED,
        FAULTY
    }
}

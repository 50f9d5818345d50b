package io.erpsync.sandbox.fault;

/**
 * A fault on the board.
 *
 * @param times how often it may still hit
 * @param probability of hitting a request that it is meant for, between 0 and 1
 */
public record Fault(
        long id,
        FaultTarget target,
        FaultEffect effect,
        long times,
        double probability,
        long hits) {

    /** Hits until it is taken away. */
    public static final long ALWAYS = Long.MAX_VALUE;

    Fault afterHit() {
        long left = times == ALWAYS ? ALWAYS : times - 1;
        return new Fault(id, target, effect, left, probability, hits + 1);
    }
}

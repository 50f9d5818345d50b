package io.erpsync.system.evidence;

/**
 * A guarantee that did not hold.
 *
 * @param guarantee its number in the design
 * @param record which record; empty where it is not about one
 * @param what was expected, and what was there
 */
public record Finding(int guarantee, long seed, String connection, String record, String what) {

    @Override
    public String toString() {
        return "guarantee %d, seed %d, %s %s: %s"
                .formatted(guarantee, seed, connection, record, what);
    }
}

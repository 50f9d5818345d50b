package io.erpsync.sandbox.fortnox.model;

import java.time.Duration;

/**
 * How Fortnox behaves where it is not documented, or differs.
 *
 * @param inclusive whether {@code lastmodified} finds what changed in that very second
 * @param lag how long a change stays unseen by {@code lastmodified}
 * @param consent whether the company lets its clients in
 */
public record FortnoxSwitches(
        ErrorCasing errorCasing, boolean inclusive, Duration lag, boolean consent) {

    /** How the names inside an error are spelled. */
    public enum ErrorCasing {
        /** Upper case, as the specification shows. */
        UPPER,
        /** Lower case, as the guides show. */
        LOWER,
        /** Upper case for what is not found and lower case for the rest, as was recorded. */
        RECORDED,
        /** In turn. */
        ALTERNATE
    }

    public static FortnoxSwitches standard() {
        return new FortnoxSwitches(ErrorCasing.RECORDED, true, Duration.ZERO, true);
    }
}

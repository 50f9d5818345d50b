package io.erpsync.system.evidence;

import java.time.Instant;

/** A status that a card had from {@code at} on, and who set it. */
public record Move(String status, Instant at, String setter) {

    public boolean byUs() {
        return setter.equals(Write.SYNC_USER);
    }
}

package io.erpsync.sandbox.lime.store;

import java.time.Instant;

/**
 * A status that a record had from {@code at} on.
 *
 * @param setter the user's id, {@code trigger}, or {@code seed}
 */
public record StatusEntry(String status, Instant at, String setter) {}

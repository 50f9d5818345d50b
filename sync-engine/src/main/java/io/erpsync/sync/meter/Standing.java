package io.erpsync.sync.meter;

import io.erpsync.model.ConnectionName;
import io.erpsync.sync.core.release.Gate;
import io.erpsync.sync.store.Tally;

/**
 * How one connection stands.
 *
 * @param fits whether the mapping fits the fields of both sides
 */
public record Standing(ConnectionName connection, Gate gate, Tally tally, boolean fits) {}

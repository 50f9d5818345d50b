package io.erpsync.sync.core.mapping;

import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Problem;

/** What a value of one side is on the other. */
public sealed interface Converted {

    record Fits(Value value) implements Converted {}

    /**
     * The value has no counterpart; {@code problem} names the field of the side that it came from.
     */
    record Misfit(Problem problem) implements Converted {}
}

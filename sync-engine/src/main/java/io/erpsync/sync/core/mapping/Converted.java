package io.erpsync.sync.core.mapping;

import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Problem;

/** What a value of one side is on the other. */
public sealed interface Converted {

    record Fits(Value value) implements Converted {}

    /** The value does not fit; {@code problem} names the field that it was meant for. */
    record Misfit(Problem problem) implements Converted {}
}

package io.erpsync.sync.core.model;

import io.erpsync.model.Side;
import io.erpsync.model.Value;
import java.util.List;

/**
 * How one event ended; every event has exactly one. {@code lost} are values that the rules let be
 * overwritten.
 */
public record Account(Kind kind, Why why, List<Lost> lost) {

    public Account {
        lost = List.copyOf(lost);
    }

    public static Account of(Kind kind, Why why) {
        return new Account(kind, why, List.of());
    }

    /** The four ends an event can come to. */
    public enum Kind {
        COMMAND,
        SKIP,
        HOLD,
        DEAD_LETTER
    }

    /** A value that was overwritten on {@code side}. */
    public record Lost(Side side, String field, Value value) {}
}

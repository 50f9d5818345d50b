package io.erpsync.sync.core.release;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The way to one side of a connection. What is in flight is a set of command ids, never a count, so
 * that a result that comes twice frees one place.
 */
public record Lane(SortedSet<String> inFlight, @Nullable Trouble trouble) {

    public static final Lane EMPTY = new Lane(new TreeSet<>(), null);

    public Lane {
        inFlight = Collections.unmodifiableSortedSet(new TreeSet<>(inFlight));
    }

    /**
     * Whether one more command may go; while there is trouble, one at a time and not before its
     * pause is over.
     */
    public boolean admits(int window, Instant now) {
        return trouble == null
                ? inFlight.size() < window
                : inFlight.isEmpty() && !now.isBefore(trouble.until());
    }

    Lane with(String command) {
        TreeSet<String> copy = new TreeSet<>(inFlight);
        copy.add(command);
        return new Lane(copy, trouble);
    }

    Lane without(String command) {
        TreeSet<String> copy = new TreeSet<>(inFlight);
        copy.remove(command);
        return new Lane(copy, trouble);
    }

    Lane troubled(@Nullable Trouble next) {
        return new Lane(inFlight, next);
    }
}

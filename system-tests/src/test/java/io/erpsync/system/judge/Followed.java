package io.erpsync.system.judge;

import io.erpsync.system.evidence.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the values that we gave a field follow those that it had on the other side.
 *
 * @param astray the first that did not stand there after {@code before}; null where all did
 * @param before the last that did
 * @param ofThePast those that stood there once more in an answer that showed the past. A value that
 *     was overwritten before anybody read it, and that is shown afterwards, cannot be told from a
 *     new one, for the ERP tells no versions; it may come between, and the next look puts it right.
 */
record Followed(@Nullable Value astray, Value before, List<Write> ofThePast) {

    /**
     * Follows the values of a target.
     *
     * @param pastWasShown whether an answer shortly before that write showed the past
     */
    static Followed of(List<Value> source, List<Value> target, Predicate<Write> pastWasShown) {
        List<Write> ofThePast = new ArrayList<>();
        int reached = 0;
        for (Value value : target) {
            Write write = value.write();
            if (write == null || !write.byUs()) {
                continue;
            }
            int next = reached;
            while (stoodBefore(source, next, value)
                    && !source.get(next).told().equals(value.told())) {
                next++;
            }
            if (stoodBefore(source, next, value)) {
                reached = next;
            } else if (isOneBack(source, reached, value)
                    && isFirst(value, target)
                    && pastWasShown.test(write)) {
                ofThePast.add(write);
            } else {
                return new Followed(value, source.get(reached), ofThePast);
            }
        }
        return new Followed(null, source.get(reached), ofThePast);
    }

    private static boolean stoodBefore(List<Value> source, int place, Value value) {
        return place < source.size() && source.get(place).seq() < value.seq();
    }

    private static boolean isOneBack(List<Value> source, int reached, Value value) {
        return reached > 0 && source.get(reached - 1).told().equals(value.told());
    }

    private static boolean isFirst(Value value, List<Value> values) {
        return values.stream()
                .takeWhile(earlier -> earlier.seq() < value.seq())
                .noneMatch(earlier -> earlier.told().equals(value.told()));
    }
}

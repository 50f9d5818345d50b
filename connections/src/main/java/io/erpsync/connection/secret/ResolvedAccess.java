package io.erpsync.connection.secret;

import io.erpsync.connection.rules.ConnectionFault;
import java.util.List;
import java.util.Map;

/**
 * The settings of one side of one connection with every secret filled in. Two are equal when no
 * secret changed between them, so a service opens its connection anew only when they differ.
 *
 * @param values never to be printed; not complete when there are faults
 */
public record ResolvedAccess(Map<String, String> values, List<ConnectionFault> faults) {

    public ResolvedAccess {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    /** Whether the values may be used. */
    public boolean isComplete() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        return "ResolvedAccess[keys " + values.keySet() + ", faults " + faults + "]";
    }
}

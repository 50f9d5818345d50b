package io.erpsync.system.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people made of one record that a write of ours need not know of: a value that they took away
 * and put back while the write was on its way, and any value where nobody reads the record before
 * it is written.
 */
final class Unknown {

    private final boolean neverRead;
    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> theirs = new HashSet<>();

    /**
     * @param neverRead whether people's edits on this side do not count, so that nobody reads them
     */
    Unknown(boolean neverRead) {
        this.neverRead = neverRead;
    }

    /** Whether a value that {@code write} sets may stand there without our knowing. */
    boolean holds(Write write) {
        return write.fields().entrySet().stream()
                .filter(field -> theirs.contains(field.getKey()))
                .anyMatch(field -> neverRead || isBack(field.getKey(), field.getValue()));
    }

    private boolean isBack(String name, String value) {
        List<String> since = values.getOrDefault(name, List.of());
        return since.size() > 1 && since.subList(0, since.size() - 1).contains(value);
    }

    /** The next write to the record, by whomever. */
    void follow(Write write) {
        write.fields().forEach((name, value) -> follow(name, value, write.byUs()));
    }

    private void follow(String name, String value, boolean byUs) {
        List<String> since = values.computeIfAbsent(name, _ -> new ArrayList<>());
        if (byUs) {
            since.clear();
            theirs.remove(name);
        } else {
            theirs.add(name);
        }
        if (since.isEmpty() || !since.getLast().equals(value)) {
            since.add(value);
        }
    }
}

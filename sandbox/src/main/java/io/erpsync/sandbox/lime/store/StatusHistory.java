package io.erpsync.sandbox.lime.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every status that each record had. Not safe for several threads: its owner guards it. */
final class StatusHistory {

    private final Map<String, List<StatusEntry>> entries = new HashMap<>();

    void add(String limetype, long id, StatusEntry entry) {
        entries.computeIfAbsent(limetype + "/" + id, _ -> new ArrayList<>(2)).add(entry);
    }

    List<StatusEntry> of(String limetype, long id) {
        return List.copyOf(entries.getOrDefault(limetype + "/" + id, List.of()));
    }
}

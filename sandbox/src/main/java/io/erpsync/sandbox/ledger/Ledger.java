package io.erpsync.sandbox.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every accepted write of either side in the order of acceptance; safe for several threads. */
public final class Ledger {

    private final List<LedgerEntry> entries = new ArrayList<>();
    private long last;

    /** Notes a write that is done, whether or not its caller will ever hear of it. */
    public synchronized void note(
            Instant at,
            String system,
            String account,
            String type,
            String id,
            LedgerEntry.Operation operation,
            String caller,
            Map<String, @Nullable Object> fields) {
        last++;
        entries.add(
                new LedgerEntry(last, at, system, account, type, id, operation, caller, fields));
    }

    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }
}

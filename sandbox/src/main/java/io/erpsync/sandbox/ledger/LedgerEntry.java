package io.erpsync.sandbox.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One accepted write.
 *
 * @param account the Lime application or the Fortnox tenant
 * @param fields what the write set, with the values as stored
 */
public record LedgerEntry(
        long seq,
        Instant at,
        String system,
        String account,
        String type,
        String id,
        Operation operation,
        String caller,
        Map<String, @Nullable Object> fields) {

    /** What was done to the record. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    public LedgerEntry {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}

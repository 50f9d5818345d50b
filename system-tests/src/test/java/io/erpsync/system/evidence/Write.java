package io.erpsync.system.evidence;

import java.time.Instant;
import java.util.Map;

/**
 * One accepted write of the ledger.
 *
 * @param seq one order over both systems
 * @param fields what it set, with the values as stored
 */
public record Write(
        long seq,
        Instant at,
        String system,
        String id,
        String operation,
        String caller,
        Map<String, String> fields) {

    public static final String LIME = "lime";
    public static final String FORTNOX = "fortnox";
    public static final String SYNC_USER = "2701";
    public static final String PERSON_IN_FORTNOX = "page";

    public Write {
        fields = Map.copyOf(fields);
    }

    public boolean isOf(String someSystem, String record) {
        return system.equals(someSystem) && id.equals(record);
    }

    /** Whether the services wrote it, not a person. */
    public boolean byUs() {
        return system.equals(LIME) ? caller.equals(SYNC_USER) : !caller.equals(PERSON_IN_FORTNOX);
    }

    public boolean creates() {
        return operation.equals("create");
    }
}

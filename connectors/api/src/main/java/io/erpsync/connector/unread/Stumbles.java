package io.erpsync.connector.unread;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How often in a row each record of one feed's type could not be read while its list could. One
 * that has failed {@link #PATIENCE} times may be passed over, so that it holds up no other; but
 * only when another record can be read at that moment, for else it is the system that fails. Kept
 * in memory: after a restart a record is tried as often again. Safe for many threads.
 */
public final class Stumbles {

    /** After so many failures in a row a record itself is taken to be at fault. */
    public static final int PATIENCE = 5;

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private volatile @Nullable String lastRead;

    /** The record of that id could be read. */
    public void read(String id) {
        failures.remove(id);
        lastRead = id;
    }

    /** It could not; whether it may be passed over if another can be read. */
    public boolean failed(String id) {
        return failures.merge(id, 1, Integer::sum) >= PATIENCE;
    }

    /** A record that could be read not long ago, to see whether any can be; null for none. */
    public @Nullable String lastRead() {
        return lastRead;
    }
}

package io.erpsync.sandbox.fortnox.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The bearer tokens that were handed out; safe for several threads. */
public final class TokenBook {

    private final Map<String, Grant> grants = new HashMap<>();

    public synchronized void add(String token, Grant grant, Instant now) {
        grants.values().removeIf(old -> !now.isBefore(old.expires()));
        grants.put(token, grant);
    }

    /** What the token opens now, or nothing. */
    public synchronized @Nullable Grant open(String token, Instant now) {
        Grant grant = grants.get(token);
        return grant == null || !now.isBefore(grant.expires()) ? null : grant;
    }

    public synchronized void expire(String token) {
        grants.remove(token);
    }

    public synchronized void expireAll(Predicate<Grant> which) {
        grants.values().removeIf(which);
    }
}

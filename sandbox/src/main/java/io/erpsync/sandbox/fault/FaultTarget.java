package io.erpsync.sandbox.fault;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which requests a fault is meant for; an absent part matches all. */
public record FaultTarget(
        @Nullable String system,
        @Nullable String account,
        @Nullable String method,
        @Nullable Pattern path,
        @Nullable Pattern body) {

    boolean hits(FaultProbe probe) {
        return matches(system, probe.system())
                && matches(account, probe.account())
                && matches(method, probe.method())
                && (path == null || path.matcher(probe.path()).find())
                && (body == null || body.matcher(probe.body()).find());
    }

    private static boolean matches(@Nullable String wanted, @Nullable String found) {
        return wanted == null || wanted.equalsIgnoreCase(found);
    }
}

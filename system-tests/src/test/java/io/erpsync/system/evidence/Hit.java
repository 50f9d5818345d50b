package io.erpsync.system.evidence;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * A request of the services that a fault hit.
 *
 * @param at when the request came
 * @param path with its query
 */
public record Hit(Instant at, String kind, String system, String method, String path) {

    private static final Set<String> UNANSWERED =
            Set.of("commit-then-drop", "cut-and-commit-later", "empty-200", "html");

    /** Whether it can be what {@code write} was asked for with, and had no answer of use. */
    boolean leavesUnanswered(Write write) {
        return UNANSWERED.contains(kind)
                && !method.equals("GET")
                && isOf(write.system(), write.id())
                && !write.at().isBefore(at);
    }

    /** Whether it went to that record. */
    boolean isOf(String someSystem, String id) {
        return system.equals(someSystem)
                && path.toLowerCase(Locale.ROOT).replaceAll("[?].*|/$", "").endsWith("/" + id);
    }
}

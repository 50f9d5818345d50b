package io.erpsync.connection.file;

import java.util.Set;

/** Every key that a connection file may hold, block by block. The README lists the same. */
final class Keys {

    static final Set<String> FILE =
            Set.of(
                    "connection",
                    "mode",
                    "lime",
                    "erp",
                    "poll",
                    "language",
                    "only",
                    "brake",
                    "objects");
    static final Set<String> LIME_REQUIRED = Set.of("url", "api-key");
    static final Set<String> LIME_OPTIONAL =
            Set.of("sync-user", "time-zone", "webhook-secret", "page-size");
    static final Set<String> POLL = Set.of("every", "status");
    static final Set<String> BRAKE = Set.of("updates", "percent", "clears");
    static final Set<String> OBJECT =
            Set.of(
                    "directions",
                    "create-from",
                    "update-from",
                    "properties-synced",
                    "mapping",
                    "match",
                    "leader",
                    "put-back",
                    "lime-trigger",
                    "when-deleted",
                    "where-lime",
                    "where-erp",
                    "lime-properties",
                    "lime-type",
                    "erp-type",
                    "number",
                    "registration",
                    "name");
    static final Set<String> MAPPING = Set.of("lime", "erp", "value", "when", "owner", "table");
    static final Set<String> PAIR = Set.of("lime", "erp");
    static final Set<String> LIME_PROPERTIES =
            Set.of("number", "status", "error-text", "first-synced", "last-synced");

    private Keys() {}
}

package io.erpsync.sandbox.lime.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wish to hear of events. */
public record Subscription(
        long id,
        @Nullable String name,
        boolean enabled,
        List<String> events,
        String targetUrl,
        @Nullable String secret) {

    public Subscription {
        events = List.copyOf(events);
    }

    boolean wants(String event) {
        return enabled && events.contains(event);
    }
}

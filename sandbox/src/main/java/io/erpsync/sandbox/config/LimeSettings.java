package io.erpsync.sandbox.config;

import io.erpsync.sandbox.traffic.RateLimit;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Lime stand-in.
 *
 * @param rateRequests requests let through per address and window
 * @param retryAfter whether a 429 says how long to wait
 * @param applications further applications besides {@code demo} and {@code fresh}, by name
 */
public record LimeSettings(
        @DefaultValue("3000") int rateRequests,
        @DefaultValue("5m") Duration rateWindow,
        @DefaultValue("false") boolean retryAfter,
        @DefaultValue Map<String, Application> applications) {

    /**
     * One further application.
     *
     * @param keys user ids by API key
     * @param syncUser the id of the user that the integration runs as
     */
    public record Application(
            @DefaultValue("true") boolean erpProperties,
            @DefaultValue Map<String, Long> keys,
            @DefaultValue("2701") long syncUser) {}

    public LimeSettings {
        applications = Map.copyOf(applications);
    }

    RateLimit rateLimit() {
        return new RateLimit(rateRequests, rateWindow, retryAfter);
    }
}

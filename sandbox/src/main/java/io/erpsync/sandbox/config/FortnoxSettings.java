package io.erpsync.sandbox.config;

import io.erpsync.sandbox.traffic.RateLimit;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Fortnox stand-in.
 *
 * @param rateRequests requests let through per tenant and client in one window
 * @param rateMultiplier a factor on the requests, for tests that are about something else
 * @param retryAfter whether a 429 says how long to wait; the real one does not
 * @param tokenLife how long a bearer token is taken
 * @param tenants further companies besides {@code 1}, by tenant id
 */
public record FortnoxSettings(
        @DefaultValue("25") int rateRequests,
        @DefaultValue("5s") Duration rateWindow,
        @DefaultValue("1") double rateMultiplier,
        @DefaultValue("false") boolean retryAfter,
        @DefaultValue("1h") Duration tokenLife,
        @DefaultValue Map<String, Tenant> tenants) {

    /** One further company. */
    public record Tenant(
            @DefaultValue("demo") String clientId,
            @DefaultValue("demo") String clientSecret,
            @DefaultValue("Testbolaget AB") String companyName,
            @DefaultValue("556677-8899") String organisationNumber,
            @DefaultValue("1001") long firstNumber) {}

    public FortnoxSettings {
        tenants = Map.copyOf(tenants);
    }

    RateLimit rateLimit() {
        return new RateLimit(rateRequests, rateWindow, retryAfter).times(rateMultiplier);
    }
}

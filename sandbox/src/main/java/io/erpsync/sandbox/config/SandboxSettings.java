package io.erpsync.sandbox.config;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All settings of the sandbox.
 *
 * @param faultSeed where the chance of faults with a probability starts
 */
@ConfigurationProperties("sandbox")
public record SandboxSettings(
        @DefaultValue LimeSettings lime,
        @DefaultValue FortnoxSettings fortnox,
        @DefaultValue("1") long faultSeed) {

    /** As the README's table says. */
    public static SandboxSettings standard() {
        return new SandboxSettings(
                new LimeSettings(3000, Duration.ofMinutes(5), false, Map.of()),
                new FortnoxSettings(
                        25, Duration.ofSeconds(5), 1, false, Duration.ofHours(1), Map.of()),
                1);
    }

    /** Both rate limits multiplied, for tests that are about something else. */
    public SandboxSettings withRates(double factor) {
        return new SandboxSettings(
                new LimeSettings(
                        (int) (lime.rateRequests() * factor),
                        lime.rateWindow(),
                        lime.retryAfter(),
                        lime.applications()),
                new FortnoxSettings(
                        fortnox.rateRequests(),
                        fortnox.rateWindow(),
                        fortnox.rateMultiplier() * factor,
                        fortnox.retryAfter(),
                        fortnox.tokenLife(),
                        fortnox.tenants()),
                faultSeed);
    }
}

package io.erpsync.polling.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Settings that say nothing beyond what they must. */
final class PollerSettingsExample {

    private PollerSettingsExample() {}

    static PollerSettings plain() {
        return new PollerSettings(
                "broker:9092",
                "http://registry",
                Path.of("connections"),
                null,
                null,
                "poller-0",
                24,
                Duration.ofSeconds(30),
                300,
                Map.of(),
                Map.of(),
                Map.of());
    }
}

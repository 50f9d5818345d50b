package io.erpsync.polling.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.limit.Limit;
import io.erpsync.model.SystemName;
import io.erpsync.polling.config.PollerSettings.LimitSettings;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollerLimitsTest {

    private static final SystemName FORTNOX = new SystemName("fortnox");

    @Test
    void leavesTheWritersTheRestAndNeverMoreThanTheWhole() {
        Limit whole = new Limit(25, Duration.ofSeconds(5), Duration.ofSeconds(60));

        Limit pollers = PollerLimits.of(FORTNOX, PollerSettingsExample.plain());

        assertThat(pollers.requests()).isEqualTo(2);
        assertThat(pollers.requests() + whole.without(10).requests()).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({
        "fortnox, 100, , , 10, PT5S",
        "fortnox, , 40, , 10, PT5S",
        "fortnox, , , PT10S, 2, PT10S",
        "fortnox, 1, , , 1, PT5S",
        "lime, , , , 600, PT5M",
        "lime, , 5, , 150, PT5M",
        "lime, 100, 100, PT1S, 100, PT1S",
    })
    void whatIsNotSaidIsAsTheSystemPublishesIt(
            String system,
            @Nullable Integer requests,
            @Nullable Integer share,
            @Nullable Duration window,
            int allowed,
            Duration in) {
        PollerSettings plain = PollerSettingsExample.plain();
        PollerSettings settings =
                new PollerSettings(
                        plain.bootstrapServers(),
                        plain.registryUrl(),
                        plain.connectionsDir(),
                        null,
                        null,
                        plain.replicaName(),
                        plain.partitions(),
                        plain.requestTimeout(),
                        plain.eventsPerSecond(),
                        Map.of(system, new LimitSettings(requests, window, share)),
                        Map.of(),
                        Map.of());

        Limit limit = PollerLimits.of(new SystemName(system), settings);

        assertThat(limit.requests()).isEqualTo(allowed);
        assertThat(limit.window()).isEqualTo(in);
    }
}

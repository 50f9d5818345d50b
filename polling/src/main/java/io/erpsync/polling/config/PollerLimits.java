package io.erpsync.polling.config;

import io.erpsync.connector.limit.Limit;
import io.erpsync.model.SystemName;
import io.erpsync.polling.config.PollerSettings.LimitSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The pollers' share of the limits that the systems publish, where the settings do not say
 * otherwise.
 */
final class PollerLimits {

    private static final Duration SETTLE = Duration.ofSeconds(60);

    private PollerLimits() {}

    static Limit of(SystemName system, PollerSettings settings) {
        @Nullable LimitSettings set = settings.limits().get(system.value());
        boolean lime = system.equals(SystemName.LIME);
        int requests = set == null || set.requests() == null ? (lime ? 3000 : 25) : set.requests();
        Duration window =
                set == null || set.window() == null
                        ? (lime ? Duration.ofMinutes(5) : Duration.ofSeconds(5))
                        : set.window();
        int share = set == null || set.share() == null ? (lime ? 20 : 10) : set.share();
        return new Limit(requests, window, SETTLE).share(share);
    }
}

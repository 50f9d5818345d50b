package io.erpsync.writer.config;

import io.erpsync.model.SystemName;
import io.erpsync.writer.config.WriterSettings.LimitSettings;
import io.erpsync.writer.target.TargetLimit;
import io.erpsync.writer.target.TargetLimit.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The limits that the systems publish, where the settings do not say otherwise. */
final class PublishedLimits {

    private PublishedLimits() {}

    static TargetLimit of(SystemName target, WriterSettings settings) {
        LimitSettings set = settings.limits().get(target.value());
        TargetLimit published = published(target, settings.replicas());
        return set == null
                ? published
                : new TargetLimit(
                        or(set.requests(), published.requests()),
                        or(set.window(), published.window()),
                        or(set.share(), published.share()),
                        published.scope(),
                        published.replicas());
    }

    private static TargetLimit published(SystemName target, int replicas) {
        return target.equals(SystemName.LIME)
                ? new TargetLimit(3000, Duration.ofMinutes(5), 80, Scope.ADDRESS, replicas)
                : new TargetLimit(25, Duration.ofSeconds(5), 90, Scope.CONNECTION, replicas);
    }

    private static <T> T or(@Nullable T set, T otherwise) {
        return set == null ? otherwise : set;
    }
}

package io.erpsync.polling.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of a poller; a fault in them ends the start.
 *
 * @param connectionsDir the folder of connection files
 * @param secretsDir a folder of secrets, one file each; null where they are in the environment
 * @param systemsDir the folder of {@code systems.yml} with the credentials of the ERP's app; null
 *     where it stands beside the secrets
 * @param replicaName stable over restarts and different for each replica
 * @param partitions of every topic
 * @param requestTimeout of one request to the polled system
 * @param eventsPerSecond how many events one connection may publish
 * @param limits by system; what is left out is as the system publishes it
 * @param kafka further settings of Kafka's clients, such as {@code security.protocol}
 * @param registry further settings of the registry's client, such as {@code basic.auth.user.info}
 */
@Validated
@ConfigurationProperties("erpsync")
public record PollerSettings(
        @NotBlank String bootstrapServers,
        @NotBlank String registryUrl,
        @NotNull Path connectionsDir,
        @Nullable Path secretsDir,
        @Nullable Path systemsDir,
        @NotBlank
                @Pattern(
                        regexp = "[A-Za-z0-9._-]{1,100}",
                        message = "letters, digits, dot, hyphen and underscore, at most 100")
                String replicaName,
        @DefaultValue("24") @Min(1) @Max(10_000) int partitions,
        @DefaultValue("30s") Duration requestTimeout,
        @DefaultValue("300") @Min(1) int eventsPerSecond,
        @DefaultValue Map<String, @Valid LimitSettings> limits,
        @DefaultValue Map<String, String> kafka,
        @DefaultValue Map<String, String> registry) {

    public PollerSettings {
        limits = Map.copyOf(limits);
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /** Where {@code systems.yml} stands; null where the environment alone is asked. */
    @Nullable Path folderOfSystems() {
        return systemsDir == null ? secretsDir : systemsDir;
    }

    /** Without the values that may be secrets. */
    @Override
    public String toString() {
        return "PollerSettings[replicaName=%s, bootstrapServers=%s]"
                .formatted(replicaName, bootstrapServers);
    }

    /**
     * One system's limit.
     *
     * @param requests that many in any {@code window}
     * @param share the pollers' percentage of it
     */
    public record LimitSettings(
            @Min(1) @Nullable Integer requests,
            @Nullable Duration window,
            @Min(1) @Max(100) @Nullable Integer share) {}
}

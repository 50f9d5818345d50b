package io.erpsync.writer.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this service; a fault in them ends the start.
 *
 * @param connectionsDir the folder of connection files
 * @param secretsDir a folder of secrets, one file each; null where they are in the environment
 * @param systemsDir the folder of {@code systems.yml} with the credentials of the ERP's app; null
 *     where it stands beside the secrets
 * @param target the system whose commands are carried out
 * @param replicaName stable over restarts and different for each replica
 * @param replicas how many writers of this target share one address
 * @param partitions of every topic
 * @param deadline of one command, waiting for a permit included
 * @param requestTimeout of one request to the target
 * @param concurrency how many commands of one connection may run at once
 * @param stopGrace how long running commands may take when the process is asked to stop
 * @param limits by system; what is left out is as the system publishes it
 * @param kafka further settings of Kafka's clients, such as {@code security.protocol}
 * @param registry further settings of the registry's client, such as {@code basic.auth.user.info}
 */
@Validated
@ConfigurationProperties("erpsync")
public record WriterSettings(
        @NotBlank String bootstrapServers,
        @NotBlank String registryUrl,
        @NotNull Path connectionsDir,
        @Nullable Path secretsDir,
        @Nullable Path systemsDir,
        @NotNull @Pattern(regexp = "lime|fortnox", message = "known targets: lime, fortnox")
                String target,
        @NotBlank
                @Pattern(
                        regexp = "[A-Za-z0-9._-]{1,100}",
                        message = "letters, digits, dot, hyphen and underscore, at most 100")
                String replicaName,
        @DefaultValue("1") @Min(1) @Max(1000) int replicas,
        @DefaultValue("24") @Min(1) @Max(10_000) int partitions,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration deadline,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration requestTimeout,
        @DefaultValue("8") @Min(1) @Max(1000) int concurrency,
        @DefaultValue("10s") @DurationMin(seconds = 0) Duration stopGrace,
        @DefaultValue Map<String, @Valid LimitSettings> limits,
        @DefaultValue Map<String, String> kafka,
        @DefaultValue Map<String, String> registry) {

    public WriterSettings {
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
        return "WriterSettings[target=%s, replicaName=%s, bootstrapServers=%s]"
                .formatted(target, replicaName, bootstrapServers);
    }

    /**
     * One system's limit.
     *
     * @param requests that many in any {@code window}
     * @param share the writers' percentage; the rest is the pollers'
     */
    public record LimitSettings(
            @Min(1) @Nullable Integer requests,
            @DurationMin(millis = 1) @Nullable Duration window,
            @Min(1) @Max(100) @Nullable Integer share) {}
}

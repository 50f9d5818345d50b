package io.erpsync.sync.config;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The engine's own settings; a fault in them stops the start.
 *
 * @param bootstrapServers addresses of the brokers
 * @param registryUrl base address of the schema registry
 * @param registry further settings of the serializers, as they spell them
 * @param kafka further settings of Kafka's clients, as they spell them
 * @param connectionsDir the folder of connection files
 * @param installation the name of this installation: part of every link id, so it never changes
 * @param replicaName a name that this replica keeps over restarts
 * @param stateDir where the state is kept on disk
 * @param partitions how many partitions every topic has
 * @param standbyReplicas how many copies of the state are kept warm on other replicas
 */
@Validated
@ConfigurationProperties("erpsync")
public record EngineSettings(
        @NotBlank String bootstrapServers,
        @NotBlank String registryUrl,
        @DefaultValue Map<String, String> registry,
        @DefaultValue Map<String, String> kafka,
        @NotBlank String connectionsDir,
        @NotBlank String installation,
        @NotBlank String replicaName,
        @NotBlank String stateDir,
        @DefaultValue("24") @Min(1) int partitions,
        @DefaultValue("0") @Min(0) int standbyReplicas) {}

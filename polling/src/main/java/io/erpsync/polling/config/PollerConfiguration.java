package io.erpsync.polling.config;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.AppCredentials;
import io.erpsync.connection.secret.Secrets;
import io.erpsync.connector.Connector;
import io.erpsync.connector.limit.Limit;
import io.erpsync.model.SystemName;
import io.erpsync.polling.kafka.ClientSettings;
import io.erpsync.polling.kafka.CursorReader;
import io.erpsync.polling.kafka.Membership;
import io.erpsync.polling.kafka.Publisher;
import io.erpsync.polling.run.FairGates;
import io.erpsync.polling.run.PollMeters;
import io.erpsync.polling.run.PolledSide;
import io.erpsync.polling.run.PollerProcess;
import io.erpsync.polling.run.StatusBoard;
import io.erpsync.polling.run.Surroundings;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of a poller; the deployable adds its {@link PolledConnectors}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PollerSettings.class)
public class PollerConfiguration {

    @Bean
    ProcessEnd processEnd(ConfigurableApplicationContext application) {
        return new ProcessEnd(application);
    }

    @Bean
    ClientSettings clientSettings(PollerSettings settings, PolledConnectors polled) {
        return new ClientSettings(
                settings.bootstrapServers(),
                "erpsync-" + polled.service(),
                settings.replicaName(),
                settings.partitions(),
                settings.kafka());
    }

    @Bean
    MessageCodec messageCodec(PollerSettings settings) {
        return new MessageCodec(registry(settings));
    }

    private static Map<String, Object> registry(PollerSettings settings) {
        Map<String, Object> registry = new HashMap<>(settings.registry());
        registry.put(SerdeKeys.URL, settings.registryUrl());
        return registry;
    }

    @Bean
    ConnectionFolder connectionFolder(PollerSettings settings) {
        return ConnectionFolder.open(settings.connectionsDir());
    }

    @Bean
    AccessResolver accessResolver(PollerSettings settings) {
        return new AccessResolver(
                new Secrets(settings.secretsDir(), System.getenv()),
                new AppCredentials(settings.folderOfSystems(), System.getenv()));
    }

    @Bean
    StatusBoard statusBoard() {
        return new StatusBoard(InstantSource.system());
    }

    @Bean(destroyMethod = "")
    Publisher publisher(ClientSettings clients, MessageCodec codec) {
        return new Publisher(clients, codec);
    }

    @Bean(destroyMethod = "")
    PollerProcess pollerProcess(
            PollerSettings settings,
            PolledConnectors polled,
            ConnectionFolder folder,
            AccessResolver secrets,
            ClientSettings clients,
            MessageCodec codec,
            Publisher publisher,
            StatusBoard board,
            MeterRegistry meters,
            ProcessEnd end) {
        Map<SystemName, Limit> limits =
                polled.connectors().stream()
                        .map(Connector::system)
                        .collect(
                                Collectors.toMap(
                                        system -> system,
                                        system -> PollerLimits.of(system, settings)));
        return new PollerProcess(
                PolledSide.of(
                        polled.side(),
                        polled.connectors(),
                        new FairGates(limits),
                        settings.requestTimeout(),
                        settings.eventsPerSecond()),
                folder,
                secrets,
                new CursorReader(clients, codec),
                new Surroundings(
                        publisher, board, new PollMeters(meters), InstantSource.system(), end),
                settings.partitions());
    }

    @Bean(destroyMethod = "")
    Membership membership(
            ClientSettings clients,
            MessageCodec codec,
            Publisher publisher,
            PollerProcess process,
            ProcessEnd end) {
        return new Membership(
                clients,
                codec,
                publisher,
                process,
                fenced -> end.accept(String.valueOf(fenced.getMessage())));
    }

    @Bean
    PollerStart pollerStart(
            PollerSettings settings,
            ClientSettings clients,
            Publisher publisher,
            Membership membership,
            PollerProcess process,
            StatusBoard board,
            ProcessEnd end) {
        return new PollerStart(
                clients, registry(settings), publisher, membership, process, board, end);
    }

    @Bean
    HealthIndicator pollerHealthIndicator(
            Membership membership, PollerProcess process, StatusBoard board) {
        return new PollerHealth(() -> membership.hasJoined() && process.isLoaded(), board);
    }
}

package io.erpsync.writer.config;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.AppCredentials;
import io.erpsync.connection.secret.Secrets;
import io.erpsync.connector.Connector;
import io.erpsync.connector.fortnox.FortnoxConnector;
import io.erpsync.connector.lime.LimeConnector;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.writer.execute.Connections;
import io.erpsync.writer.kafka.GroupSettings;
import io.erpsync.writer.kafka.Membership;
import io.erpsync.writer.kafka.WriterLoop;
import io.erpsync.writer.kafka.WriterState;
import io.erpsync.writer.target.Target;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's parts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WriterSettings.class)
class WriterConfiguration {

    @Bean
    ConnectionWatch connectionWatch(WriterSettings settings) {
        return new ConnectionWatch(ConnectionFolder.open(settings.connectionsDir()));
    }

    @Bean
    Connector connector(WriterSettings settings) {
        return settings.target().equals(SystemName.LIME.value())
                ? new LimeConnector()
                : new FortnoxConnector();
    }

    @Bean
    AccessResolver accessResolver(WriterSettings settings) {
        return new AccessResolver(
                new Secrets(settings.secretsDir(), System.getenv()),
                new AppCredentials(settings.folderOfSystems(), System.getenv()));
    }

    @Bean
    Membership membership() {
        return new Membership(System::nanoTime);
    }

    @Bean
    WriterState writerState() {
        return new WriterState();
    }

    @Bean
    Target target(
            WriterSettings settings,
            Connector connector,
            Connections connections,
            AccessResolver access,
            Membership membership,
            MeterRegistry meters) {
        Side side = connector.system().equals(SystemName.LIME) ? Side.LIME : Side.ERP;
        return new Target(
                connector,
                PublishedLimits.of(connector.system(), settings),
                connections,
                connection -> access.resolve(connection, side),
                membership,
                settings.requestTimeout(),
                settings.deadline(),
                meters);
    }

    @Bean(initMethod = "start")
    WriterLoop writerLoop(
            WriterSettings settings,
            Target target,
            Membership membership,
            WriterState state,
            ProcessEnd end) {
        return new WriterLoop(group(settings), target.executor(), membership, state, end::because);
    }

    private static GroupSettings group(WriterSettings settings) {
        Map<String, String> codec = new HashMap<>();
        // The loop asks the registry itself and tries again each second; it must not stand still.
        codec.put(SerdeKeys.ATTEMPTS, "1");
        codec.put(SerdeKeys.TIMEOUT, "2000");
        codec.putAll(settings.registry());
        codec.put(SerdeKeys.URL, settings.registryUrl());
        return new GroupSettings(
                settings.bootstrapServers(),
                settings.kafka(),
                codec,
                new SystemName(settings.target()),
                settings.replicaName(),
                settings.partitions(),
                settings.concurrency(),
                settings.stopGrace());
    }

    @Bean
    @ConditionalOnMissingBean
    ProcessEnd processEnd(ApplicationContext context) {
        // In a thread of its own, since the beans that are shut down wait for the caller.
        return _ ->
                Thread.ofPlatform()
                        .name("end")
                        .start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
    }

    @Bean
    WriterHealth writerHealthIndicator(WriterState state) {
        return new WriterHealth(state);
    }

    @Bean
    MeterBinder writerMeters(WriterState state, Target target) {
        return registry -> {
            registry.gauge("erpsync.writer.running", state, WriterState::runningCommands);
            registry.gauge("erpsync.writer.waiting", state, WriterState::waitingCommands);
            registry.gauge("erpsync.writer.partitions", state, WriterState::assignedPartitions);
            registry.gauge("erpsync.writer.troubles", state, s -> s.troubles().size());
            TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(target.breakers().registry())
                    .bindTo(registry);
            TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(target.deadline().registry())
                    .bindTo(registry);
        };
    }
}

package io.erpsync.sync.config;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.schemas.serde.MessageCodec;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.sync.meter.EngineMeters;
import io.erpsync.sync.topology.PatientCodec;
import io.erpsync.sync.topology.RuleBook;
import io.erpsync.sync.topology.SyncTopology;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the engine together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {

    @Bean
    RuleBook ruleBook(EngineSettings settings) {
        return new FolderRuleBook(ConnectionFolder.open(Path.of(settings.connectionsDir())));
    }

    @Bean
    MessageCodec messageCodec(EngineSettings settings) {
        return new MessageCodec(registry(settings));
    }

    private static Map<String, Object> registry(EngineSettings settings) {
        Map<String, Object> registry = new HashMap<>(settings.registry());
        registry.put(SerdeKeys.URL, settings.registryUrl());
        return registry;
    }

    @Bean
    StreamsBuilderFactoryBean engineStreams(
            EngineSettings settings,
            MessageCodec codec,
            RuleBook rules,
            MeterRegistry meterRegistry,
            ConfigurableApplicationContext application) {
        EngineMeters meters = new EngineMeters(meterRegistry);
        StreamsBuilderFactoryBean streams =
                new StreamsBuilderFactoryBean(
                        new KafkaStreamsConfiguration(StreamsSettings.of(settings)));
        streams.setAutoStartup(false);
        streams.setInfrastructureCustomizer(
                new KafkaStreamsInfrastructureCustomizer() {
                    @Override
                    public void configureTopology(Topology topology) {
                        SyncTopology.build(
                                topology,
                                new PatientCodec(codec),
                                rules,
                                settings.installation(),
                                meters);
                    }
                });
        streams.setStreamsUncaughtExceptionHandler(new ThreadEnd(new ProcessEnd(application)));
        return streams;
    }

    @Bean
    EngineStart engineStart(
            EngineSettings settings,
            StreamsBuilderFactoryBean streams,
            ConfigurableApplicationContext application) {
        return new EngineStart(
                new StartConditions(settings, registry(settings)),
                streams,
                new ProcessEnd(application));
    }

    @Bean
    HealthIndicator engineHealthIndicator(StreamsBuilderFactoryBean streams, EngineStart start) {
        return new EngineHealth(streams, start);
    }
}

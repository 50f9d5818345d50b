package io.erpsync.sync.config;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.RegistryUnavailable;
import io.erpsync.schemas.serde.SubjectSetUp;
import io.erpsync.schemas.topics.BrokerUnavailable;
import io.erpsync.schemas.topics.TopicSetUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * Starts the topology once broker, registry and topics are there. What is merely not up yet is
 * waited for, with the reason shown; topics of another partition count end the process, for order
 * would be lost.
 */
final class EngineStart implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(EngineStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EngineSettings settings;
    private final Map<String, Object> registry;
    private final StreamsBuilderFactoryBean streams;
    private final ConfigurableApplicationContext application;
    private volatile String waitsFor = "start";
    private volatile boolean running;

    EngineStart(
            EngineSettings settings,
            Map<String, Object> registry,
            StreamsBuilderFactoryBean streams,
            ConfigurableApplicationContext application) {
        this.settings = settings;
        this.registry = registry;
        this.streams = streams;
        this.application = application;
    }

    /** What keeps the engine from starting; empty once it has started. */
    String waitsFor() {
        return waitsFor;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("engine-start").daemon(true).start(this::startWhenReady);
    }

    private void startWhenReady() {
        while (running) {
            String reason = obstacle();
            if (reason.isEmpty()) {
                streams.start();
                waitsFor = "";
                return;
            }
            if (!reason.equals(waitsFor)) {
                LOGGER.warn("waits before starting: {}", reason);
                waitsFor = reason;
            }
            pause();
        }
    }

    private String obstacle() {
        try (Admin admin =
                        Admin.create(
                                Map.of(
                                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                        settings.bootstrapServers()));
                SubjectSetUp subjects = new SubjectSetUp(registry)) {
            List<String> faults =
                    new ArrayList<>(new TopicSetUp(admin).verify(settings.partitions()));
            if (faults.stream().anyMatch(fault -> fault.contains("partitions"))) {
                LOGGER.error("refuses to start: {}", faults);
                SpringApplication.exit(application, () -> 1);
            }
            faults.addAll(subjects.verify(Contract.schemaByTopic()));
            return String.join("; ", faults);
        } catch (BrokerUnavailable | RegistryUnavailable unavailable) {
            return String.valueOf(unavailable.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        streams.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.erpsync.sync.config;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Up while the tasks run; otherwise out of service, with what is waited for. */
final class EngineHealth implements HealthIndicator {

    private final StreamsBuilderFactoryBean streams;
    private final EngineStart start;

    EngineHealth(StreamsBuilderFactoryBean streams, EngineStart start) {
        this.streams = streams;
        this.start = start;
    }

    @Override
    public Health health() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null) {
            return Health.outOfService().withDetail("waits for", start.waitsFor()).build();
        }
        Health.Builder health =
                running.state() == KafkaStreams.State.RUNNING ? Health.up() : Health.outOfService();
        return health.withDetail("state", running.state()).build();
    }
}

package io.erpsync.writer.config;

import io.erpsync.writer.kafka.WriterState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up when the partitions are assigned and nothing is waited for; part of readiness. */
final class WriterHealth implements HealthIndicator {

    private final WriterState state;

    WriterHealth(WriterState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        Health.Builder health =
                state.isReady() && state.troubles().isEmpty() ? Health.up() : Health.outOfService();
        return health.withDetail("partitions", state.assignedPartitions())
                .withDetail("running", state.runningCommands())
                .withDetails(state.troubles())
                .build();
    }
}

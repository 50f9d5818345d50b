package io.erpsync.polling.config;

import io.erpsync.polling.run.StatusBoard;
import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up once this replica knows what it owns and how far that was read; shows how each connection is
 * doing. One that is not polled takes nothing from the others, nor from readiness.
 */
final class PollerHealth implements HealthIndicator {

    private final BooleanSupplier ready;
    private final StatusBoard board;

    PollerHealth(BooleanSupplier ready, StatusBoard board) {
        this.ready = ready;
        this.board = board;
    }

    @Override
    public Health health() {
        Health.Builder health = ready.getAsBoolean() ? Health.up() : Health.outOfService();
        board.waitingFor().ifPresent(reason -> health.withDetail("waits for", reason));
        board.standings()
                .forEach((name, standing) -> health.withDetail(name.value(), standing.shown()));
        return health.build();
    }
}

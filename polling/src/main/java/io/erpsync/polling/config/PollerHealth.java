package io.erpsync.polling.config;

import io.erpsync.polling.kafka.Membership;
import io.erpsync.polling.run.StatusBoard;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up once the group has told this replica what it owns; shows how each connection is doing. */
final class PollerHealth implements HealthIndicator {

    private final Membership membership;
    private final StatusBoard board;

    PollerHealth(Membership membership, StatusBoard board) {
        this.membership = membership;
        this.board = board;
    }

    @Override
    public Health health() {
        Health.Builder health = membership.hasJoined() ? Health.up() : Health.outOfService();
        board.waitingFor().ifPresent(reason -> health.withDetail("waits for", reason));
        board.standings()
                .forEach((name, standing) -> health.withDetail(name.value(), standing.shown()));
        return health.build();
    }
}

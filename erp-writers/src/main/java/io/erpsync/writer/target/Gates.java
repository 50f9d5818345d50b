package io.erpsync.writer.target;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.limit.FairGate;
import io.erpsync.connector.limit.Limit;
import io.erpsync.model.ConnectionName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The gate of each connection, which outlives a connection that is opened anew. */
final class Gates {

    private final TargetLimit target;
    private final Limit whole;
    private final LongSupplier clock;
    private final FairGate shared;
    private final Map<ConnectionName, Own> own = new ConcurrentHashMap<>();

    /**
     * @param settle how long after a lost answer the target may still count the request
     */
    Gates(TargetLimit target, Duration settle, LongSupplier clock) {
        this.target = target;
        this.clock = clock;
        int ours =
                switch (target.scope()) {
                    case CONNECTION -> target.requests();
                    case ADDRESS -> Math.max(1, target.requests() / target.replicas());
                };
        this.whole = new Limit(ours, target.window(), settle);
        this.shared = new FairGate(share(), clock);
    }

    RequestGate of(Connection connection) {
        String lane = connection.name().value();
        return switch (target.scope()) {
            case ADDRESS -> shared.lane(lane);
            case CONNECTION -> own(connection).lane(lane);
        };
    }

    private FairGate own(Connection connection) {
        Limit limit = limitOf(connection);
        return own.compute(
                        connection.name(),
                        (_, before) ->
                                before != null && before.limit.equals(limit)
                                        ? before
                                        : new Own(limit, new FairGate(limit, clock)))
                .gate;
    }

    private Limit limitOf(Connection connection) {
        boolean polled =
                connection.objects().values().stream()
                        .map(ObjectRules::directions)
                        .anyMatch(directions -> directions.flowsBack());
        return polled ? share() : whole;
    }

    private Limit share() {
        return target.share() == 100 ? whole : whole.without(100 - target.share());
    }

    private record Own(Limit limit, FairGate gate) {}
}

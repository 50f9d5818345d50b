package io.erpsync.writer.target;

import io.erpsync.connector.RequestGate;
import io.erpsync.connector.limit.FairGate;
import io.erpsync.connector.limit.Limit;
import io.erpsync.model.ConnectionName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The gate of each connection, which outlives a connection that is opened anew. The pollers' share
 * is always left to them: also where nothing flows back, they keep the index fresh in which a
 * record is looked for before it is created.
 */
final class Gates {

    private final TargetLimit.Scope scope;
    private final Limit limit;
    private final LongSupplier clock;
    private final FairGate shared;
    private final Map<ConnectionName, FairGate> own = new ConcurrentHashMap<>();

    /**
     * @param settle how long after a lost answer the target may still count the request
     */
    Gates(TargetLimit target, Duration settle, LongSupplier clock) {
        this.scope = target.scope();
        this.clock = clock;
        int ours =
                switch (scope) {
                    case CONNECTION -> target.requests();
                    case ADDRESS -> Math.max(1, target.requests() / target.replicas());
                };
        Limit whole = new Limit(ours, target.window(), settle);
        this.limit = target.share() == 100 ? whole : whole.without(100 - target.share());
        this.shared = new FairGate(limit, clock);
    }

    RequestGate of(ConnectionName connection) {
        FairGate gate =
                switch (scope) {
                    case ADDRESS -> shared;
                    case CONNECTION -> own(connection);
                };
        return gate.lane(connection.value());
    }

    private FairGate own(ConnectionName connection) {
        return own.computeIfAbsent(connection, _ -> new FairGate(limit, clock));
    }
}

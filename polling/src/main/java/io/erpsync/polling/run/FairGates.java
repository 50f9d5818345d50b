package io.erpsync.polling.run;

import io.erpsync.connector.RequestGate;
import io.erpsync.connector.limit.FairGate;
import io.erpsync.connector.limit.Limit;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.SystemName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pollers' share of each system's limit. Lime counts an address, so all its connections share
 * one gate; an ERP counts a connection, so each has its own.
 */
public final class FairGates implements Gates {

    private final Map<SystemName, Limit> limits;
    private final Map<String, FairGate> open = new ConcurrentHashMap<>();

    /**
     * No gate is open yet.
     *
     * @param limits the pollers' share, for every system that is polled
     */
    public FairGates(Map<SystemName, Limit> limits) {
        this.limits = Map.copyOf(limits);
    }

    @Override
    public RequestGate of(SystemName system, ConnectionName connection) {
        Limit limit = limits.get(system);
        if (limit == null) {
            throw new IllegalArgumentException("no limit is known for " + system);
        }
        String scope = system.equals(SystemName.LIME) ? system.value() : system + "/" + connection;
        return open.computeIfAbsent(scope, _ -> new FairGate(limit, System::nanoTime))
                .lane(connection.value());
    }
}

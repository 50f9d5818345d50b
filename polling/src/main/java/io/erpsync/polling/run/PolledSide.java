package io.erpsync.polling.run;

import io.erpsync.connector.Connector;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one poller polls.
 *
 * @param connectors by the system that each reaches
 * @param requestTimeout how long one request may take
 * @param eventsPerSecond how many events one connection may publish
 */
public record PolledSide(
        Side side,
        Map<SystemName, Connector> connectors,
        Gates gates,
        Duration requestTimeout,
        int eventsPerSecond) {

    public PolledSide {
        connectors = Map.copyOf(connectors);
    }

    /** A side with these connectors. */
    public static PolledSide of(
            Side side,
            List<Connector> connectors,
            Gates gates,
            Duration requestTimeout,
            int eventsPerSecond) {
        return new PolledSide(
                side,
                connectors.stream()
                        .collect(Collectors.toMap(Connector::system, Function.identity())),
                gates,
                requestTimeout,
                eventsPerSecond);
    }
}

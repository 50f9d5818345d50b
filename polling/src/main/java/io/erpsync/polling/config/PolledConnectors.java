package io.erpsync.polling.config;

import io.erpsync.connector.Connector;
import io.erpsync.model.Side;
import java.util.List;

/** What a poller polls, and the name of its consumer group. */
public record PolledConnectors(String service, Side side, List<Connector> connectors) {

    public PolledConnectors {
        connectors = List.copyOf(connectors);
    }
}

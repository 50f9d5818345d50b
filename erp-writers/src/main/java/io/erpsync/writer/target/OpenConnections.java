package io.erpsync.writer.target;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.secret.ResolvedAccess;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.ConnectionName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open system for each connection, opened at its first command and anew when its settings or
 * secrets change. Safe for several threads.
 */
public final class OpenConnections implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(OpenConnections.class);

    private final Connector connector;
    private final Function<Connection, ResolvedAccess> access;
    private final Function<Connection, RequestGate> gates;
    private final Duration requestTimeout;
    private final Duration retirement;
    private final Map<ConnectionName, Opened> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService retired =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("retired-connections").factory());

    /**
     * @param access the settings of the target's side as they are now
     * @param gates the gate of each connection
     * @param retirement how long a system that was replaced may still be in use
     */
    OpenConnections(
            Connector connector,
            Function<Connection, ResolvedAccess> access,
            Function<Connection, RequestGate> gates,
            Duration requestTimeout,
            Duration retirement) {
        this.connector = connector;
        this.access = access;
        this.gates = gates;
        this.requestTimeout = requestTimeout;
        this.retirement = retirement;
    }

    /**
     * The system of that connection; throws {@link SettingsFault} with words for a person when a
     * setting or secret is missing or wrong.
     */
    ConnectedSystem of(Connection connection) {
        ResolvedAccess resolved = access.apply(connection);
        if (!resolved.isComplete()) {
            ConnectionFault fault = resolved.faults().getFirst();
            throw new SettingsFault(fault.key(), fault.sentence());
        }
        AccessSettings settings =
                new AccessSettings(connection.name(), resolved.values(), requestTimeout);
        RequestGate gate = gates.apply(connection);
        Opened opened =
                open.compute(connection.name(), (_, before) -> renewed(before, settings, gate));
        return opened.system;
    }

    private Opened renewed(@Nullable Opened before, AccessSettings settings, RequestGate gate) {
        if (before != null && before.settings.equals(settings)) {
            return before;
        }
        Opened next = new Opened(settings, connector.open(settings, gate));
        LOGGER.atInfo()
                .addKeyValue("connection", settings.connection())
                .addKeyValue("system", connector.system())
                .log(before == null ? "Connection opened." : "Connection opened anew.");
        if (before != null) {
            var _ =
                    retired.schedule(
                            before.system::close, retirement.toMillis(), TimeUnit.MILLISECONDS);
        }
        return next;
    }

    @Override
    public void close() {
        retired.shutdownNow();
        open.values().forEach(opened -> opened.system.close());
    }

    private record Opened(AccessSettings settings, ConnectedSystem system) {}
}

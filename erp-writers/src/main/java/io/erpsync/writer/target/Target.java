package io.erpsync.writer.target;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.secret.ResolvedAccess;
import io.erpsync.connector.Connector;
import io.erpsync.writer.execute.Connections;
import io.erpsync.writer.execute.Executor;
import io.erpsync.writer.execute.Lease;
import io.erpsync.writer.resilience.Breakers;
import io.erpsync.writer.resilience.CommandDeadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The target with everything that stands around it. */
public final class Target implements AutoCloseable {

    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(15);

    private final OpenConnections open;
    private final CommandDeadline deadline;
    private final TargetExecutor executor;
    private final Breakers breakers = new Breakers(BREAKER_PAUSE, Clock.systemUTC());

    /**
     * @param access the settings of the target's side of a connection as they are now
     * @param requestTimeout of one request
     * @param commandDeadline of one command, waiting at the gate included
     */
    public Target(
            Connector connector,
            TargetLimit limit,
            Connections connections,
            Function<Connection, ResolvedAccess> access,
            Lease lease,
            Duration requestTimeout,
            Duration commandDeadline,
            MeterRegistry meters) {
        AtomicInteger waiting = new AtomicInteger();
        meters.gauge("erpsync.writer.gate.waiting", waiting);
        Gates gates = new Gates(limit, connector.capabilities().settleTime(), System::nanoTime);
        this.deadline = new CommandDeadline(commandDeadline);
        this.open =
                new OpenConnections(
                        connector,
                        access,
                        connection -> new LeaseGate(gates.of(connection.name()), lease, waiting),
                        requestTimeout,
                        commandDeadline.multipliedBy(2));
        this.executor =
                new TargetExecutor(
                        connections,
                        open,
                        connector.capabilities(),
                        breakers,
                        deadline,
                        new CommandMeters(meters),
                        InstantSource.system());
    }

    public Executor executor() {
        return executor;
    }

    public Breakers breakers() {
        return breakers;
    }

    public CommandDeadline deadline() {
        return deadline;
    }

    @Override
    public void close() {
        deadline.close();
        open.close();
    }
}

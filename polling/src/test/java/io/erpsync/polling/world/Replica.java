package io.erpsync.polling.world;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.AppCredentials;
import io.erpsync.connection.secret.Secrets;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.Side;
import io.erpsync.polling.kafka.ClientSettings;
import io.erpsync.polling.kafka.CursorReader;
import io.erpsync.polling.kafka.Membership;
import io.erpsync.polling.kafka.Publisher;
import io.erpsync.polling.run.PollMeters;
import io.erpsync.polling.run.PolledSide;
import io.erpsync.polling.run.PollerProcess;
import io.erpsync.polling.run.StatusBoard;
import io.erpsync.polling.run.Surroundings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One replica of a poller in this process, put together as the service does it. */
public final class Replica implements AutoCloseable {

    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final StatusBoard board = new StatusBoard(InstantSource.system());
    private final Publisher publisher;
    private final PollerProcess process;
    private final Membership membership;

    private Replica(World world, ClientSettings clients, FakeLime lime, Path connections) {
        publisher = new Publisher(clients, world.codec());
        process =
                new PollerProcess(
                        PolledSide.of(
                                Side.LIME,
                                List.of(lime),
                                (_, _) -> RequestGate.OPEN,
                                Duration.ofSeconds(5),
                                1000),
                        ConnectionFolder.open(connections),
                        new AccessResolver(
                                new Secrets(null, Map.of("KEY", "key")),
                                new AppCredentials(null, Map.of())),
                        new CursorReader(clients, world.codec()),
                        new Surroundings(
                                publisher,
                                board,
                                new PollMeters(new SimpleMeterRegistry()),
                                InstantSource.system(),
                                ends::add),
                        World.PARTITIONS);
        membership =
                new Membership(
                        clients,
                        world.codec(),
                        publisher,
                        process,
                        fenced -> ends.add(String.valueOf(fenced.getMessage())));
    }

    /** Begins to poll the connections of that folder. */
    public static Replica start(String service, String name, FakeLime lime, Path connections) {
        World world = World.get();
        Replica replica = new Replica(world, world.clients(service, name), lime, connections);
        replica.publisher.open();
        replica.membership.start();
        replica.process.start();
        return replica;
    }

    /** Whether it knows what it owns. */
    public boolean isReady() {
        return membership.hasJoined() && process.isLoaded();
    }

    /** How many connections it polls. */
    public int polled() {
        return board.standings().size();
    }

    /** How that connection is doing; empty where it is not this replica's. */
    public String standing(String connection) {
        return board.standings().entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(connection))
                .map(entry -> entry.getValue().shown())
                .findFirst()
                .orElse("");
    }

    /** Why it wanted its process to end. */
    public List<String> ends() {
        return ends;
    }

    @Override
    public void close() {
        process.close();
        membership.close();
        publisher.close();
    }
}

package io.erpsync.polling.run;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.ResolvedAccess;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.polling.kafka.CursorReader;
import io.erpsync.polling.kafka.Owner;
import io.erpsync.polling.kafka.Publisher;
import io.erpsync.polling.kafka.StoredCursor;
import io.erpsync.polling.kafka.Tenure;
import io.erpsync.polling.plan.ConnectionSchedule;
import io.erpsync.polling.plan.HintLine;
import io.erpsync.polling.plan.PollPlan;
import io.erpsync.polling.plan.Progress;
import io.erpsync.polling.plan.Source;
import io.erpsync.schemas.topics.Partitions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one worker for each connection that this replica owns and whose file says that it is
 * polled: begins it when its partition comes, ends it when the partition goes, and begins it anew
 * when its file or its secrets change.
 */
public final class PollerProcess implements Owner, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PollerProcess.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final PolledSide side;
    private final ConnectionFolder folder;
    private final AccessResolver secrets;
    private final CursorReader cursors;
    private final Surroundings surroundings;
    private final int partitions;
    private final Map<Integer, Owned> owned = new HashMap<>();
    private final Map<ConnectionName, ConnectionWorker> workers = new HashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("connections").factory());
    private final ExecutorService arrivals =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("arrivals").factory());

    /** What every worker of this process shares. */
    public record Surroundings(
            Publisher publisher, StatusBoard board, PollMeters meters, InstantSource clock) {}

    /** A partition of ours, and how far its connections were read; workers keep that up to date. */
    private record Owned(Tenure tenure, Map<String, Progress> cursors) {}

    /** Takes {@code partitions} as the count that every topic has. */
    public PollerProcess(
            PolledSide side,
            ConnectionFolder folder,
            AccessResolver secrets,
            CursorReader cursors,
            Surroundings surroundings,
            int partitions) {
        this.side = side;
        this.folder = folder;
        this.secrets = secrets;
        this.cursors = cursors;
        this.surroundings = surroundings;
        this.partitions = partitions;
    }

    /** Looks at the connections from now on. */
    public void start() {
        // Nothing that a file holds is thrown, so the schedule never ends by itself.
        var _ =
                timer.scheduleWithFixedDelay(
                        this::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    private void look() {
        folder.refresh();
        reconcile();
        surroundings.meters().show(surroundings.board().live(), surroundings.clock().instant());
    }

    @Override
    public void gained(List<Tenure> tenures) {
        arrivals.execute(() -> begin(tenures));
    }

    private void begin(List<Tenure> tenures) {
        while (tenures.stream().anyMatch(tenure -> !tenure.isOver())) {
            List<Tenure> reading = tenures.stream().filter(tenure -> !tenure.isOver()).toList();
            try {
                Map<String, Progress> known =
                        cursors.read(
                                reading.stream().map(Tenure::partition).toList(),
                                () -> reading.stream().anyMatch(tenure -> !tenure.isOver()));
                synchronized (this) {
                    reading.forEach(
                            tenure -> owned.put(tenure.partition(), new Owned(tenure, known)));
                }
                reconcile();
                return;
            } catch (KafkaException trouble) {
                LOGGER.warn("Cursors cannot be read yet: {}", trouble.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void lost(List<Tenure> tenures) {
        for (Tenure tenure : tenures) {
            Owned known = owned.get(tenure.partition());
            if (known != null && known.tenure() == tenure) {
                owned.remove(tenure.partition());
            }
        }
        workers.keySet().stream()
                .filter(name -> !owned.containsKey(partition(name)))
                .toList()
                .forEach(this::end);
    }

    @Override
    public synchronized void hinted(Tenure tenure, TakenHint hint) {
        ConnectionWorker worker = workers.get(hint.connection());
        RecordReference reference = hint.reference();
        if (worker == null || (reference != null && !isOurs(reference, hint.connection()))) {
            // Safe to let go: either it is the other side's, or the first poll will find it.
            tenure.settle(List.of(hint.offset()));
        } else if (reference == null) {
            tenure.settle(List.of(hint.offset()));
            worker.agenda().pollNow();
        } else if (!worker.agenda()
                .join(new HintLine.Wanted(ObjectType.CUSTOMER, reference.id()), hint.offset())) {
            tenure.settle(List.of(hint.offset()));
        }
    }

    private boolean isOurs(RecordReference reference, ConnectionName name) {
        Connection connection = folder.snapshot().connection(name);
        return connection != null && reference.system().equals(system(connection));
    }

    private SystemName system(Connection connection) {
        return side.side() == Side.LIME ? SystemName.LIME : connection.erpSystem();
    }

    private synchronized void reconcile() {
        Map<ConnectionName, Connection> wanted = new HashMap<>();
        folder.snapshot()
                .connections()
                .forEach(
                        (name, connection) -> {
                            if (connection.mode() != Mode.OFF
                                    && owned.containsKey(partition(name))) {
                                wanted.put(name, connection);
                            }
                        });
        workers.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .toList()
                .forEach(this::end);
        wanted.values().forEach(this::keep);
    }

    private void keep(Connection connection) {
        Owned place = owned.get(partition(connection.name()));
        Connector connector = side.connectors().get(system(connection));
        if (place == null) {
            return;
        }
        if (connector == null) {
            fault(connection.name(), "this poller has no connector for " + system(connection));
            return;
        }
        ResolvedAccess resolved = secrets.resolve(connection, side.side());
        if (!resolved.isComplete()) {
            ConnectionFault missing = resolved.faults().getFirst();
            fault(connection.name(), missing.sentence());
            return;
        }
        AccessSettings access =
                new AccessSettings(connection.name(), resolved.values(), side.requestTimeout());
        ConnectionWorker present = workers.get(connection.name());
        if (present == null || !present.serves(connection, access, place.tenure())) {
            end(connection.name());
            begin(connection, access, connector, place);
        }
    }

    private void begin(
            Connection connection, AccessSettings access, Connector connector, Owned place) {
        ConnectedSystem opened;
        try {
            opened = connector.open(access, side.gates().of(connector.system(), connection.name()));
        } catch (SettingsFault fault) {
            fault(connection.name(), String.valueOf(fault.getMessage()));
            return;
        }
        PollPlan plan =
                PollPlan.of(connection, side.side(), connector.feeds(), side.eventsPerSecond());
        ConnectionSchedule schedule =
                new ConnectionSchedule(plan, known(connection, connector, plan, place));
        ConnectionWorker worker =
                new ConnectionWorker(
                        connection,
                        access,
                        side.side(),
                        connector,
                        opened,
                        place.tenure(),
                        place.cursors(),
                        new Agenda(schedule, surroundings.clock()),
                        surroundings);
        workers.put(connection.name(), worker);
        worker.start();
    }

    private static Map<Source, Progress> known(
            Connection connection, Connector connector, PollPlan plan, Owned place) {
        Map<Source, Progress> known = new HashMap<>();
        plan.feeds()
                .forEach(
                        (type, feeds) ->
                                feeds.forEach(
                                        feed -> {
                                            String key =
                                                    StoredCursor.key(
                                                            connection.name(),
                                                            connector.system(),
                                                            connector.entityOf(type),
                                                            feed);
                                            Progress progress = place.cursors().get(key);
                                            if (progress != null) {
                                                known.put(new Source(type, feed), progress);
                                            }
                                        }));
        return known;
    }

    private void fault(ConnectionName connection, String words) {
        end(connection);
        surroundings.board().setBack(connection, Reason.SETTINGS_FAULT, words);
    }

    private void end(ConnectionName connection) {
        @Nullable ConnectionWorker worker = workers.remove(connection);
        if (worker != null) {
            worker.close();
            surroundings.board().gone(connection);
        }
    }

    private int partition(ConnectionName connection) {
        return Partitions.of(connection.value(), partitions);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        arrivals.shutdownNow();
        synchronized (this) {
            List.copyOf(workers.keySet()).forEach(this::end);
        }
    }
}

package io.erpsync.polling.run;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import io.erpsync.polling.kafka.CursorReader;
import io.erpsync.polling.kafka.Owner;
import io.erpsync.polling.kafka.Tenure;
import io.erpsync.polling.plan.Progress;
import io.erpsync.schemas.topics.Partitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one worker for each connection that this replica owns and whose file says that it is
 * polled: begins it when its partition has come and its cursors are read, ends it when the
 * partition goes, and begins it anew when its file or its secrets change. Safe for many threads.
 */
public final class PollerProcess implements Owner, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PollerProcess.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final ConnectionFolder folder;
    private final Arrivals arrivals;
    private final WorkerOpener opener;
    private final Surroundings surroundings;
    private final int partitions;
    private final Map<Integer, Holding> holdings = new HashMap<>();
    private final Map<ConnectionName, ConnectionWorker> workers = new HashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("connections").factory());

    /** Takes {@code partitions} as the count that every topic has. */
    public PollerProcess(
            PolledSide side,
            ConnectionFolder folder,
            AccessResolver secrets,
            CursorReader cursors,
            Surroundings surroundings,
            int partitions) {
        this.folder = folder;
        this.arrivals = new Arrivals(cursors, surroundings);
        this.opener = new WorkerOpener(side, secrets, surroundings);
        this.surroundings = surroundings;
        this.partitions = partitions;
    }

    /** Looks at the connections from now on. */
    public void start() {
        // A fault in one look must not end the looks: a schedule is over when its task throws.
        var _ =
                timer.scheduleWithFixedDelay(
                        this::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    /** Whether the cursors of everything that this replica owns are read. */
    public synchronized boolean isLoaded() {
        return holdings.values().stream().allMatch(Holding::isKnown);
    }

    private void look() {
        try {
            folder.refresh();
            reconcile();
            surroundings.meters().show(surroundings.board().live(), surroundings.clock().instant());
        } catch (RuntimeException fault) {
            LOGGER.error("The connections could not be looked at", fault);
        }
    }

    @Override
    public synchronized void gained(List<Tenure> tenures) {
        List<Holding> fresh = tenures.stream().map(Holding::new).toList();
        fresh.forEach(holding -> holdings.put(holding.tenure().partition(), holding));
        // One thread for each arrival: a partition whose last owner left something open is waited
        // for, and another one must not wait with it.
        Thread.ofVirtual().name("arrival").start(() -> takeOver(fresh));
    }

    private void takeOver(List<Holding> fresh) {
        CursorReader.Read read = arrivals.read(fresh.stream().map(Holding::tenure).toList());
        if (read != null) {
            begin(fresh, read);
        }
    }

    private synchronized void begin(List<Holding> fresh, CursorReader.Read read) {
        for (Holding held : fresh) {
            int partition = held.tenure().partition();
            if (!held.tenure().isOver() && held.equals(holdings.get(partition))) {
                Map<String, Progress> own = new HashMap<>(read.cursors());
                own.keySet().removeIf(key -> Partitions.of(key, partitions) != partition);
                List<TakenHint> waited = held.begin(own, read.unreadable());
                reconcile();
                waited.forEach(hint -> pass(held, hint));
            }
        }
    }

    @Override
    public synchronized void lost(List<Tenure> tenures) {
        for (Tenure tenure : tenures) {
            Holding held = holdings.get(tenure.partition());
            if (held != null && held.tenure().equals(tenure)) {
                holdings.remove(tenure.partition());
            }
        }
        workers.keySet().stream()
                .filter(name -> holding(name) == null)
                .toList()
                .forEach(this::forget);
    }

    @Override
    public synchronized void hinted(Tenure tenure, TakenHint hint) {
        Holding held = holdings.get(tenure.partition());
        if (held == null) {
            // Whoever owns the partition now reads the hint again.
            return;
        }
        if (held.isKnown()) {
            pass(held, hint);
        } else {
            held.keep(hint);
        }
    }

    private void pass(Holding place, TakenHint hint) {
        ConnectionWorker worker = workers.get(hint.connection());
        if (worker != null) {
            worker.hinted(hint);
        } else if (hint.deleted() && isPolled(hint.connection())) {
            // It is polled again once its settings are mended, and no poll shows a deletion.
            place.keep(hint);
        } else {
            letGo(place, hint);
        }
    }

    /** Safe to let go: the first poll of a connection finds whatever has changed. */
    private void letGo(Holding place, TakenHint hint) {
        place.tenure().settle(List.of(hint.offset()));
        surroundings.meters().hint("unknown");
    }

    private boolean isPolled(ConnectionName name) {
        Connection connection = folder.snapshot().connection(name);
        return connection != null && connection.mode() != Mode.OFF;
    }

    @Override
    public void unreadable() {
        surroundings.meters().hint("unreadable");
    }

    private synchronized void reconcile() {
        Map<ConnectionName, Connection> wanted = new HashMap<>();
        for (Connection connection : folder.snapshot().connections().values()) {
            Holding place = holding(connection.name());
            if (connection.mode() != Mode.OFF && place != null && place.isKnown()) {
                wanted.put(connection.name(), connection);
            }
        }
        surroundings.board().live().keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .toList()
                .forEach(this::forget);
        workers.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .toList()
                .forEach(this::forget);
        wanted.values().forEach(this::keep);
    }

    private void keep(Connection connection) {
        Holding place = holding(connection.name());
        if (place == null) {
            return;
        }
        try {
            AccessSettings access = opener.access(connection);
            ConnectionWorker present = workers.get(connection.name());
            if (present == null || !present.serves(connection, access, place)) {
                end(connection.name());
                ConnectionWorker worker = opener.open(connection, access, place);
                workers.put(connection.name(), worker);
                worker.start();
                place.take(connection.name()).forEach(worker::hinted);
            }
        } catch (SettingsFault fault) {
            // Stops this connection alone, until its settings change.
            end(connection.name());
            place.take(connection.name()).forEach(hint -> pass(place, hint));
            surroundings
                    .board()
                    .setBack(
                            connection.name(),
                            Reason.SETTINGS_FAULT,
                            String.valueOf(fault.getMessage()));
        }
    }

    private void forget(ConnectionName connection) {
        end(connection);
        Holding place = holding(connection);
        if (place != null) {
            place.take(connection).forEach(hint -> letGo(place, hint));
        }
        surroundings.board().gone(connection);
    }

    /** Its unread hints are kept for whoever polls the connection next. */
    private void end(ConnectionName connection) {
        ConnectionWorker worker = workers.remove(connection);
        if (worker != null) {
            List<TakenHint> left = worker.close();
            Holding place = holding(connection);
            if (place != null && worker.isIn(place)) {
                left.forEach(place::keep);
            }
        }
    }

    private @Nullable Holding holding(ConnectionName connection) {
        return holdings.get(Partitions.of(connection.value(), partitions));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            holdings.clear();
            List.copyOf(workers.keySet()).forEach(this::forget);
        }
    }
}

package io.erpsync.polling.run;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.ResolvedAccess;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.Feed;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.polling.kafka.StoredCursor;
import io.erpsync.polling.plan.ConnectionSchedule;
import io.erpsync.polling.plan.PollPlan;
import io.erpsync.polling.plan.Progress;
import io.erpsync.polling.plan.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens connections for workers. Reads their secrets, and sends nothing. */
final class WorkerOpener {

    /** Above the longest run: a cursor written in the middle of one points to before it. */
    private static final Duration BEFORE_LOST = Duration.ofDays(1);

    private final PolledSide side;
    private final AccessResolver secrets;
    private final Surroundings surroundings;

    WorkerOpener(PolledSide side, AccessResolver secrets, Surroundings surroundings) {
        this.side = side;
        this.secrets = secrets;
        this.surroundings = surroundings;
    }

    /** How the connection is reached as things are; throws {@link SettingsFault}. */
    AccessSettings access(Connection connection) {
        ResolvedAccess resolved = secrets.resolve(connection, side.side());
        if (!resolved.isComplete()) {
            var missing = resolved.faults().getFirst();
            throw new SettingsFault(missing.key(), missing.sentence());
        }
        return new AccessSettings(connection.name(), resolved.values(), side.requestTimeout());
    }

    /** A worker that goes on where the cursors say; throws {@link SettingsFault}. */
    ConnectionWorker open(Connection connection, AccessSettings access, Holding place) {
        SystemName system = side.side() == Side.LIME ? SystemName.LIME : connection.erpSystem();
        Connector connector = side.connectors().get(system);
        if (connector == null) {
            throw new SettingsFault(
                    "erp.system",
                    "connection %s: this poller has no connector for %s"
                            .formatted(connection.name(), system));
        }
        ConnectedSystem opened = connector.open(access, side.gates().of(system, connection.name()));
        PollPlan plan =
                PollPlan.of(connection, side.side(), connector.feeds(), side.eventsPerSecond());
        ConnectionSchedule schedule =
                new ConnectionSchedule(plan, known(connection, connector, plan, place));
        return new ConnectionWorker(
                new Work(connection, access, side.side(), connector, opened),
                place,
                new Agenda(schedule, surroundings.clock()),
                surroundings);
    }

    private static Map<Source, Progress> known(
            Connection connection, Connector connector, PollPlan plan, Holding place) {
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
                                            Progress progress =
                                                    progress(feed, key, connector, place);
                                            if (progress != null) {
                                                known.put(new Source(type, feed), progress);
                                            }
                                        }));
        return known;
    }

    /**
     * Of a cursor that is lost only the time is known at which it was written. The other feeds are
     * read from their beginning then; changes are not, for that is the present, and what was edited
     * since would be missed.
     */
    private static @Nullable Progress progress(
            Feed feed, String key, Connector connector, Holding place) {
        Progress known = place.cursors().get(key);
        Instant lostAt = place.lostAt(key);
        if (known != null || lostAt == null || feed != Feed.CHANGES) {
            return known;
        }
        return new Progress(connector.changesFrom(lostAt.minus(BEFORE_LOST)), true, lostAt);
    }
}

package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Language;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.release.AutoPause;
import io.erpsync.sync.core.release.Gate;
import io.erpsync.sync.store.EngineStores;
import java.time.Instant;

/**
 * Pauses a connection that has most of its writes refused: one alert, until an operator resumes.
 */
final class AutoPauseDesk {

    private static final String NAME = "auto-pause";

    private final EngineStores stores;
    private final Publisher publisher;

    AutoPauseDesk(EngineStores stores, Publisher publisher) {
        this.stores = stores;
        this.publisher = publisher;
    }

    /** Counts the answer that {@code link} waits for; one that it does not is old. */
    void answered(Link link, Event.Answered event, Connection connection) {
        if (!(link.phase() instanceof Phase.Open(var work, var command, _))
                || !command.equals(event.command())) {
            return;
        }
        Gate gate = stores.gates().get(connection.name());
        AutoPause before = gate.autoPause();
        AutoPause after = before.after(work, event.outcome(), event.now());
        if (after.equals(before)) {
            return;
        }
        stores.gates().put(connection.name(), gate.autoPause(after));
        if (after.isEngaged() && !before.isEngaged()) {
            publisher.deadLetter(
                    Alerts.key(connection.name(), NAME),
                    Alerts.letter(
                            connection.name(),
                            NAME,
                            Reason.FAILS_REPEATEDLY,
                            words(after, connection, event.now()),
                            event.now()),
                    event.now());
        }
    }

    /** An operator lets the connection go on; it counts anew. */
    void resumed(ConnectionName connection, Instant now) {
        Gate gate = stores.gates().get(connection);
        stores.gates().put(connection, gate.paused(false).autoPause(AutoPause.FREE));
        if (gate.autoPause().isEngaged()) {
            publisher.deadLetter(Alerts.key(connection, NAME), null, now);
        }
    }

    private static String words(AutoPause pause, Connection connection, Instant now) {
        int failures = pause.failures(now);
        int attempts = pause.attempts(now);
        String resume = "'bin/erpsync resume " + connection.name() + "'";
        return connection.language() == Language.SV
                ? "Synkningen är pausad: "
                        + failures
                        + " av de senaste "
                        + attempts
                        + " posterna godtogs inte. Inget går förlorat, och inget mer skickas."
                        + " Rätta orsaken (den står på korten) och kör sedan "
                        + resume
                        + "."
                : "The sync is paused: "
                        + failures
                        + " of the last "
                        + attempts
                        + " records were refused. Nothing is lost, and nothing more is sent."
                        + " Mend the cause (it stands on the cards), then run "
                        + resume
                        + ".";
    }
}

package io.erpsync.sync.topology;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.release.Gate;
import io.erpsync.sync.core.release.Trouble;
import io.erpsync.sync.core.text.AlertText;
import io.erpsync.sync.store.EngineStores;
import java.time.Instant;

/**
 * Keeps what results say of a whole side of a connection: one alert when its trouble begins, none
 * while it lasts.
 */
final class TroubleDesk {

    private final EngineStores stores;
    private final Publisher publisher;

    TroubleDesk(EngineStores stores, Publisher publisher) {
        this.stores = stores;
        this.publisher = publisher;
    }

    /** A command to {@code system}, which is that side of the connection, was answered. */
    void answered(
            ConnectionName connection,
            Side side,
            String system,
            String command,
            Outcome outcome,
            Instant now) {
        Gate before = stores.gates().get(connection);
        Gate after = before.answered(side, command, outcome, now);
        stores.gates().put(connection, after);
        boolean was = isAlarming(before.lane(side).trouble());
        boolean is = isAlarming(after.lane(side).trouble());
        String name = "fault-" + Alerts.word(side);
        Trouble trouble = after.lane(side).trouble();
        if (is && !was && trouble != null) {
            String words = AlertText.of(side, system, trouble);
            publisher.deadLetter(
                    Alerts.key(connection, name),
                    Alerts.letter(connection, name, trouble.reason(), words, now),
                    now);
        } else if (was && !is) {
            publisher.deadLetter(Alerts.key(connection, name), null, now);
        }
    }

    /** Being asked to slow down is no news. */
    private static boolean isAlarming(@org.jspecify.annotations.Nullable Trouble trouble) {
        return trouble != null && trouble.reason() != Reason.RATE_LIMITED;
    }
}

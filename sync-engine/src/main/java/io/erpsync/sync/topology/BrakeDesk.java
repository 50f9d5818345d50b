package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Brake;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.release.BrakeState;
import io.erpsync.sync.core.release.Gate;
import io.erpsync.sync.store.EngineStores;
import java.time.Instant;

/**
 * Counts updates and stops them, all of a direction together, when they are more than a connection
 * may make within an hour.
 */
final class BrakeDesk {

    private final EngineStores stores;
    private final Publisher publisher;

    BrakeDesk(EngineStores stores, Publisher publisher) {
        this.stores = stores;
        this.publisher = publisher;
    }

    /**
     * Whether the order must wait for an operator. An order that may go is counted, unless a person
     * asked for it.
     */
    boolean stops(Order order, boolean confirmed, Scene scene, Instant now) {
        boolean updates =
                order.cell() == MatrixCell.UPDATE_FROM_LIME
                        || order.cell() == MatrixCell.UPDATE_FROM_ERP;
        if (!updates || confirmed) {
            return false;
        }
        ConnectionName connection = scene.connection().name();
        Gate gate = stores.gates().get(connection);
        BrakeState state = gate.brake(order.target());
        Brake rules = scene.connection().brake();
        if (state.admits(rules, gate.linked(), order.clears(), now)) {
            stores.gates()
                    .put(
                            connection,
                            gate.brake(order.target(), state.counting(order.clears(), now)));
            return false;
        }
        if (!state.isEngaged()) {
            stores.gates().put(connection, gate.brake(order.target(), state.engaged(now)));
            publisher.deadLetter(
                    key(connection, order.target()),
                    alert(connection, order.target(), rules, now),
                    now);
        }
        return true;
    }

    /**
     * Lets go of the brakes of both directions, or has them count anew; answers what to tell the
     * links that wait.
     */
    void ended(ConnectionName connection, boolean released, Instant now) {
        for (Side side : Side.values()) {
            Gate gate = stores.gates().get(connection);
            BrakeState state = gate.brake(side);
            if (state.isEngaged()) {
                BrakeState next = released ? state.released(now) : state.discarded();
                stores.gates().put(connection, gate.brake(side, next));
                publisher.deadLetter(key(connection, side), null, now);
            }
        }
    }

    void countLinked(Link before, Link after) {
        int difference = (isLinked(after) ? 1 : 0) - (isLinked(before) ? 1 : 0);
        if (difference != 0) {
            stores.gates()
                    .put(
                            after.connection(),
                            stores.gates().get(after.connection()).linked(difference));
        }
    }

    private static boolean isLinked(Link link) {
        return link.lime().exists() && link.erp().exists();
    }

    private static String key(ConnectionName connection, Side target) {
        return Alerts.key(connection, "brake-" + Alerts.word(target));
    }

    private static io.erpsync.schemas.message.DeadLetter alert(
            ConnectionName connection, Side target, Brake brake, Instant now) {
        String words =
                "More updates of "
                        + Alerts.word(target)
                        + " than this connection makes in an hour ("
                        + brake.updates()
                        + " updates or "
                        + brake.percent()
                        + " % of the links, or "
                        + brake.clears()
                        + " emptied fields). They are held; let them go with 'bin/erpsync brake release', or drop them with 'brake discard'.";
        return Alerts.letter(connection, "brake-" + Alerts.word(target), Reason.BRAKE, words, now);
    }
}

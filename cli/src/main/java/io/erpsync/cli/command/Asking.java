package io.erpsync.cli.command;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.file.ConnectionSet;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.ControlRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Asks the engine for something, and tells that it was asked. */
final class Asking {

    private final Session session;

    Asking(Session session) {
        this.session = session;
    }

    int ask(
            ConnectionName connection,
            ControlAction action,
            UnaryOperator<ControlRequest.Builder> details) {
        mustExist(connection);
        ControlRequest request = details.apply(request(connection, action)).build();
        session.sender().send(List.of(request));
        tell(connection, action.name(), request.getRequestId());
        return 0;
    }

    /** One request for each link, told by nobody yet. */
    void askEach(ConnectionName connection, ControlAction action, List<String> links) {
        session.sender()
                .send(
                        links.stream()
                                .map(link -> request(connection, action).setLinkId(link).build())
                                .toList());
    }

    private ControlRequest.Builder request(ConnectionName connection, ControlAction action) {
        return ControlRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setConnection(connection.value())
                .setAction(action)
                .setBy(System.getProperty("user.name", "unknown"))
                .setAt(session.now());
    }

    int pollNow(ConnectionName connection) {
        mustExist(connection);
        session.sender().pollNow(connection, session.now());
        tell(connection, "POLL_NOW", "");
        return 0;
    }

    /**
     * Nobody answers to a misspelt name, so it is looked for where the folder is known; one whose
     * file has a fault is there.
     */
    void mustExist(ConnectionName connection) {
        Path folder = session.options().connectionsDir();
        if (folder == null) {
            return;
        }
        ConnectionSet set = ConnectionFolder.open(folder).snapshot();
        boolean faulty = !set.faults(connection).isEmpty();
        if (!faulty && set.connection(connection) == null) {
            throw CannotRun.usage(
                    "there is no connection '"
                            + connection
                            + "' in "
                            + folder
                            + "; there are: "
                            + set.connections().keySet());
        }
    }

    private void tell(ConnectionName connection, String action, String id) {
        if (session.options().json()) {
            session.printJson(
                    Map.of("connection", connection.value(), "action", action, "requestId", id));
        } else {
            session.say(
                    "%s of connection %s asked for; what becomes of it: erpsync history --connection %s"
                            .formatted(
                                    action.toLowerCase(Locale.ROOT).replace('_', ' '),
                                    connection,
                                    connection));
        }
    }
}

package io.erpsync.cli.command;

import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.ControlAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The end of a brake. */
@Command(name = "brake", description = "Decide on writes that a brake holds back.")
final class BrakeCommand {

    private final Session session;

    BrakeCommand(Session session) {
        this.session = session;
    }

    @Command(name = "release", description = "Send what was held back.")
    int release(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection) {
        return new Asking(session).ask(connection, ControlAction.RELEASE_BRAKE, request -> request);
    }

    @Command(name = "discard", description = "Drop what was held back.")
    int discard(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection) {
        return new Asking(session).ask(connection, ControlAction.DISCARD_BRAKE, request -> request);
    }
}

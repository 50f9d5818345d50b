package io.erpsync.cli.command;

import io.erpsync.cli.settings.GlobalOptions;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.ControlAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program itself, and the requests that are one word. */
@Command(
        name = "erpsync",
        description = "Looks after erpsync from the command line.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:it ran, and found faults, or not what was named, or was told no",
            "2:the arguments or settings do not allow it to run",
            "3:the brokers or the schema registry do not answer",
            "4:a fault of erpsync itself"
        })
final class RootCommand {

    @Mixin private final GlobalOptions options;
    private final Session session;

    RootCommand(GlobalOptions options, Session session) {
        this.options = options;
        this.session = session;
    }

    GlobalOptions options() {
        return options;
    }

    @Command(name = "pause", description = "Hold all writes of a connection back.")
    int pause(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection) {
        return new Asking(session).ask(connection, ControlAction.PAUSE, request -> request);
    }

    @Command(name = "resume", description = "Let the writes of a paused connection go on.")
    int resume(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection) {
        return new Asking(session).ask(connection, ControlAction.RESUME, request -> request);
    }

    @Command(name = "send-now", description = "Bring one Lime record to the ERP at once.")
    int sendNow(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection,
            @Option(names = "--lime-id", paramLabel = "N", required = true) String limeId) {
        return new Asking(session)
                .ask(connection, ControlAction.SEND_NOW, request -> request.setLimeId(limeId));
    }

    @Command(
            name = "link",
            description = "State that a Lime record and an ERP record are the same.")
    int link(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection,
            @Option(names = "--lime-id", paramLabel = "N", required = true) String limeId,
            @Option(names = "--erp-id", paramLabel = "M", required = true) String erpId) {
        return new Asking(session)
                .ask(
                        connection,
                        ControlAction.LINK,
                        request -> request.setLimeId(limeId).setErpId(erpId));
    }

    @Command(name = "unlink", description = "Part the two records of a link.")
    int unlink(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection,
            @Option(
                            names = "--link",
                            paramLabel = "L",
                            required = true,
                            description = "Its id, or the 8 characters on the card.")
                    String link) {
        Asking asking = new Asking(session);
        asking.mustExist(connection);
        String id = new LinkFinder(session).find(connection, link).getLinkId();
        return asking.ask(connection, ControlAction.UNLINK, request -> request.setLinkId(id));
    }

    @Command(name = "poll-now", description = "Have both systems of a connection polled at once.")
    int pollNow(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection) {
        return new Asking(session).pollNow(connection);
    }
}

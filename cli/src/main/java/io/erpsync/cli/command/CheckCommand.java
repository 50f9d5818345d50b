package io.erpsync.cli.command;

import io.erpsync.cli.check.CheckLine;
import io.erpsync.cli.check.ConnectionCheck;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.model.ConnectionName;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether a connection would work. */
@Command(
        name = "check",
        description = "Say of a connection whether it would work, and what to do; reads only.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it would work", "1:faults were found", "2:it could not be checked"})
final class CheckCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "CONNECTION", description = "Its name.")
    private ConnectionName connection = new ConnectionName("none");

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path folder = session.options().connectionsDir();
        if (folder == null) {
            throw CannotRun.usage(
                    "the folder of connection files is not known: give --connections-dir or set"
                            + " ERPSYNC_CONNECTIONS_DIR");
        }
        List<CheckLine> lines =
                ConnectionCheck.in(folder, session.options().secretsDir(), System.getenv())
                        .check(connection);
        if (session.options().json()) {
            session.printJson(lines.stream().map(CheckLine::shape).toList());
        } else {
            lines.forEach(line -> session.say(line.sentence(session.ink())));
            session.say(CheckLine.sum(connection.value(), lines));
        }
        return CommandTree.code(
                lines.stream().noneMatch(line -> line.mark() == CheckLine.Mark.FAULT));
    }
}

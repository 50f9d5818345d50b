package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.text.Table;
import io.erpsync.cli.text.Words;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was set aside, and its way back. */
@Command(name = "dead-letters", description = "What was set aside with its reason, and its replay.")
final class DeadLettersCommand {

    private final Session session;

    DeadLettersCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "One line for each dead letter.")
    int list(
            @Option(
                            names = "--connection",
                            paramLabel = "C",
                            description = "Of this connection alone.")
                    @Nullable ConnectionName connection,
            @Option(names = "--reason", paramLabel = "R", description = "Of this reason alone.")
                    @Nullable String reason) {
        print(letters(connection, Selection.letters(reason)));
        return 0;
    }

    @Command(name = "show", description = "All of one dead letter; ends with 1 if there is none.")
    int show(@Parameters(paramLabel = "ID") String id) {
        var found =
                letters(null, letter -> letter.getDeadLetterId().equals(id)).stream()
                        .filter(Found.Message.class::isInstance)
                        .toList();
        if (found.isEmpty()) {
            throw CannotRun.fault("there is no dead letter '" + id + "'");
        }
        new Listing(session).fields(found);
        return 0;
    }

    @Command(
            name = "replay",
            description = "Ask the engine to try again what was set aside of links.")
    int replay(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection,
            @Option(names = "--reason", paramLabel = "R", description = "Of this reason alone.")
                    @Nullable String reason,
            @Option(names = "--link", paramLabel = "L", description = "Of this link alone.")
                    @Nullable String link,
            @Option(names = "--dry-run", description = "List what would be replayed; ask nothing.")
                    boolean dryRun) {
        if (dryRun) {
            print(
                    letters(connection, Selection.replayable(reason, link)).stream()
                            .filter(Found.Message.class::isInstance)
                            .toList());
            return 0;
        }
        String named = reason == null ? null : reason.toUpperCase(Locale.ROOT);
        return new Asking(session)
                .ask(
                        connection,
                        ControlAction.REPLAY,
                        request -> request.setReason(named).setLinkId(link));
    }

    private List<Found<DeadLetter>> letters(
            @Nullable ConnectionName connection, Predicate<DeadLetter> wanted) {
        return session.lastOf(Topics.DEAD_LETTERS, connection, DeadLetter.class, wanted);
    }

    private void print(List<Found<DeadLetter>> found) {
        new Listing(session)
                .rows(
                        found,
                        new Table("ID", "CONNECTION", "LINK", "REASON", "AT", "WORDS"),
                        letter ->
                                List.of(
                                        letter.getDeadLetterId(),
                                        Words.of(letter.getConnection()),
                                        Words.of(letter.getLinkId()),
                                        letter.getReason(),
                                        Words.of(letter.getAt()),
                                        letter.getWords()));
    }
}

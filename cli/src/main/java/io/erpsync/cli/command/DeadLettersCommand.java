package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.text.Table;
import io.erpsync.cli.text.Words;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
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
        String wanted = reason == null ? null : Replay.known(reason);
        new Listing(session)
                .rows(
                        letters(
                                connection,
                                letter -> wanted == null || wanted.equals(letter.getReason())),
                        table(),
                        DeadLettersCommand::row);
        return 0;
    }

    @Command(name = "show", description = "All of one dead letter; ends with 1 if there is none.")
    int show(
            @Parameters(
                            paramLabel = "ID",
                            description = "As it stands on the card and in the list, or a link's.")
                    String id) {
        LinkName name = new LinkName(id);
        var found =
                letters(
                                null,
                                letter ->
                                        letter.getDeadLetterId().equals(id)
                                                || (letter.getLinkId() != null
                                                        && name.names(letter.getLinkId())))
                        .stream()
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
            description = {
                "Ask the engine to try again what was set aside of links.",
                "Says how many and which, and asks before it does so; where nobody can be asked,"
                        + " only with --yes."
            })
    int replay(
            @Option(names = "--connection", paramLabel = "C", required = true)
                    ConnectionName connection,
            @Option(names = "--reason", paramLabel = "R", description = "Of this reason alone.")
                    @Nullable String reason,
            @Option(
                            names = "--link",
                            paramLabel = "L",
                            description =
                                    "Of this link alone: its id, or the 8 characters on the card.")
                    @Nullable String link,
            @Option(names = "--all", description = "All of the connection, of whatever reason.")
                    boolean all,
            @Option(names = "--dry-run", description = "List what would be replayed; ask nothing.")
                    boolean dryRun,
            @Option(
                            names = {"-y", "--yes"},
                            description = "Do it without a question.")
                    boolean yes) {
        if (reason == null && link == null && !all) {
            throw CannotRun.usage("say which: --reason, --link, or --all of the connection");
        }
        new Asking(session).mustExist(connection);
        Replay replay = new Replay(session, connection);
        List<DeadLetter> letters = replay.chosen(reason, link);
        if (dryRun || letters.isEmpty()) {
            replay.only(letters);
            return 0;
        }
        if (!yes && !replay.agreed(letters)) {
            session.say("nothing was asked for");
            return 1;
        }
        return replay.ask(letters);
    }

    private List<Found<DeadLetter>> letters(
            @Nullable ConnectionName connection, Predicate<DeadLetter> wanted) {
        return session.lastOf(Topics.DEAD_LETTERS, connection, DeadLetter.class, wanted);
    }

    static void print(Session session, List<DeadLetter> letters) {
        Table table = table();
        letters.forEach(letter -> table.add(row(letter)));
        session.print(table);
    }

    /** Without the link: the id is how its own begins, and the words need the room. */
    private static Table table() {
        return new Table("ID", "CONNECTION", "REASON", "AT", "WORDS");
    }

    private static List<String> row(DeadLetter letter) {
        return List.of(
                letter.getDeadLetterId(),
                Words.of(letter.getConnection()),
                letter.getReason(),
                Words.of(letter.getAt()),
                letter.getWords());
    }
}

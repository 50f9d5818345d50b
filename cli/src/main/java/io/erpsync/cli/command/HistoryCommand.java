package io.erpsync.cli.command;

import io.erpsync.cli.kafka.NewestRecords;
import io.erpsync.cli.kafka.RawRecord;
import io.erpsync.cli.kafka.TopicReader;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.text.Table;
import io.erpsync.cli.text.Words;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was decided, and why. */
@Command(
        name = "history",
        description = "What was decided, in the order of its times, the newest last.")
final class HistoryCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--connection", paramLabel = "C", description = "Of this connection alone.")
    private @Nullable ConnectionName connection;

    @Option(
            names = "--link",
            paramLabel = "L",
            description = "Of this link alone: its id, or the 8 characters on the card.")
    private @Nullable String link;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "200",
            description = "At most this many (default: 200).")
    private int last;

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (last < 1) {
            throw CannotRun.usage("--last " + last + ": at least 1 is needed");
        }
        List<RawRecord> newest = link == null ? newest() : newestOf(new LinkName(link));
        new Listing(session)
                .rows(
                        session.decoded(newest, HistoryEntry.class, _ -> true),
                        new Table(
                                "AT",
                                "CONNECTION",
                                "LINK",
                                "RECORD",
                                "EVENT",
                                "DECISION",
                                "REASON",
                                "STATUS"),
                        HistoryCommand::row);
        return 0;
    }

    private List<RawRecord> newest() {
        NewestRecords newest = new NewestRecords(last);
        new TopicReader(session.cluster()).read(Topics.HISTORY, connection, newest);
        return newest.inOrder();
    }

    /** By what is on the topic, and not by the links there are: a link may have a history only. */
    private List<RawRecord> newestOf(LinkName name) {
        NewestRecords newest = new NewestRecords(last);
        SortedSet<String> met = new TreeSet<>();
        new TopicReader(session.cluster())
                .read(
                        Topics.HISTORY,
                        connection,
                        raw -> {
                            String id = raw.link();
                            if (id != null && name.names(id)) {
                                met.add(id);
                                newest.accept(raw);
                            }
                        });
        String meant = name.among(met, "in the history" + LinkFinder.of(connection));
        return newest.inOrder().stream().filter(raw -> meant.equals(raw.link())).toList();
    }

    private static List<String> row(HistoryEntry entry) {
        String status =
                entry.getStatusBefore().equals(entry.getStatusAfter())
                        ? entry.getStatusAfter()
                        : entry.getStatusBefore() + " → " + entry.getStatusAfter();
        return List.of(
                Words.of(entry.getAt()),
                entry.getConnection(),
                Words.of(entry.getLinkId()),
                Words.of(entry.getReference()),
                entry.getEvent(),
                entry.getDecision().name(),
                entry.getReason(),
                status);
    }
}

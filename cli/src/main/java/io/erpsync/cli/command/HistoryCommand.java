package io.erpsync.cli.command;

import io.erpsync.cli.kafka.RawRecord;
import io.erpsync.cli.kafka.TopicReader;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.text.Table;
import io.erpsync.cli.text.Words;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.topics.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was decided, and why. */
@Command(name = "history", description = "What was decided, in order, the newest last.")
final class HistoryCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--connection", paramLabel = "C", description = "Of this connection alone.")
    private @Nullable ConnectionName connection;

    @Option(names = "--link", paramLabel = "L", description = "Of this link alone.")
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
        Deque<RawRecord> kept = new ArrayDeque<>();
        String ending = link == null ? "" : "/link/" + link;
        new TopicReader(session.cluster())
                .read(
                        Topics.HISTORY,
                        connection,
                        raw -> {
                            if (raw.key().endsWith(ending)) {
                                kept.add(raw);
                            }
                            // A year of decisions is more than anybody reads, or memory holds.
                            if (connection != null && kept.size() > last) {
                                kept.removeFirst();
                            }
                        });
        var found = session.decoded(kept, HistoryEntry.class, _ -> true);
        var newest = found.subList(Math.max(0, found.size() - last), found.size());
        new Listing(session)
                .rows(
                        newest,
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

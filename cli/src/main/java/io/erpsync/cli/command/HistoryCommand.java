package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Newest;
import io.erpsync.cli.kafka.RawRecord;
import io.erpsync.cli.kafka.TopicReader;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.text.Table;
import io.erpsync.cli.text.Words;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was decided, and why. */
@Command(name = "history", description = "What was decided, in order, the newest last.")
final class HistoryCommand implements Callable<Integer> {

    static final List<String> HEADINGS =
            List.of("AT", "CONNECTION", "LINK", "RECORD", "EVENT", "DECISION", "REASON", "STATUS");

    private final Session session;

    @Option(names = "--connection", paramLabel = "C", description = "Of this connection alone.")
    private @Nullable ConnectionName connection;

    @Option(
            names = "--link",
            paramLabel = "L",
            description = "Of this link alone; its beginning, as on the card, will do.")
    private @Nullable String link;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "200",
            description = "At most this many (default: 200).")
    private int last;

    @Option(
            names = "--follow",
            description = "Go on with what is decided from now on; ends with Ctrl-C.")
    private boolean follow;

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (last < 1) {
            throw CannotRun.usage("--last " + last + ": at least 1 is needed");
        }
        Newest newest = new Newest(last);
        Consumer<RawRecord> kept = ofTheLink(newest);
        TopicReader reader = new TopicReader(session.cluster());
        if (!follow) {
            reader.read(Topics.HISTORY, connection, kept);
            print(newest);
            return 0;
        }
        try (HistoryLines lines = new HistoryLines(session, newest)) {
            reader.follow(Topics.HISTORY, connection, ofTheLink(lines), lines::caughtUp);
        }
        return 0;
    }

    private Consumer<RawRecord> ofTheLink(Consumer<RawRecord> taker) {
        return raw -> {
            if (link == null || raw.key().contains("/link/" + link)) {
                taker.accept(raw);
            }
        };
    }

    private void print(Newest newest) {
        var found = session.decoded(newest.records(), HistoryEntry.class, _ -> true);
        new Listing(session)
                .rows(found, new Table(HEADINGS.toArray(String[]::new)), HistoryCommand::row);
    }

    static List<String> row(HistoryEntry entry) {
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

package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.kafka.Newest;
import io.erpsync.cli.kafka.RawRecord;
import io.erpsync.cli.text.Table;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.serde.MessageCodec;
import java.util.function.Consumer;

/** Decisions one by one: first the newest that there are, then each as it comes. */
final class HistoryLines implements Consumer<RawRecord>, AutoCloseable {

    private static final int[] WIDTHS = {20, 12, 8, 14, 14, 11, 16, 11};

    private final Session session;
    private final Newest newest;
    private final MessageCodec codec;
    private boolean live;

    HistoryLines(Session session, Newest newest) {
        this.session = session;
        this.newest = newest;
        this.codec = session.cluster().codec();
    }

    @Override
    public void accept(RawRecord read) {
        if (live) {
            print(read);
        } else {
            newest.accept(read);
        }
    }

    void caughtUp() {
        if (!session.options().json()) {
            session.say(Table.line(HistoryCommand.HEADINGS, WIDTHS));
        }
        newest.records().forEach(this::print);
        live = true;
    }

    private void print(RawRecord read) {
        Found<HistoryEntry> found = Found.in(read, codec, HistoryEntry.class);
        if (session.options().json()) {
            session.printJsonLine(Listing.shape(found));
            return;
        }
        session.say(
                switch (found) {
                    case Found.Message<HistoryEntry>(var _, HistoryEntry entry) ->
                            Table.line(HistoryCommand.row(entry), WIDTHS);
                    case Found.Unreadable<HistoryEntry>(RawRecord raw, String words) ->
                            Listing.unreadable(raw, words);
                });
    }

    @Override
    public void close() {
        codec.close();
    }
}

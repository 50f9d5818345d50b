package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.text.Table;
import io.erpsync.cli.text.Words;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Links as the engine last stated them. */
@Command(name = "links", description = "Which records are the same thing, and how they stand.")
final class LinksCommand {

    private final Session session;

    LinksCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "One line for each link.")
    int list(
            @Option(
                            names = "--connection",
                            paramLabel = "C",
                            description = "Of this connection alone.")
                    @Nullable ConnectionName connection,
            @Option(
                            names = "--status",
                            paramLabel = "S",
                            description = "With this Lime status: synced, error, ...")
                    @Nullable String status) {
        List<Found<LinkState>> found =
                session.lastOf(Topics.LINKS, connection, LinkState.class, Selection.links(status));
        new Listing(session)
                .rows(
                        found,
                        new Table(
                                "LINK",
                                "CONNECTION",
                                "LIME",
                                "ERP",
                                "STATUS",
                                "PHASE",
                                "REASON",
                                "CHANGED"),
                        LinksCommand::row);
        return 0;
    }

    @Command(
            name = "show",
            description = "All that is known of one link; ends with 1 if there is none.")
    int show(
            @Parameters(
                            paramLabel = "LINK",
                            description = "Its id, or the 8 characters on the card.")
                    String link,
            @Option(
                            names = "--connection",
                            paramLabel = "C",
                            description = "Of this connection alone.")
                    @Nullable ConnectionName connection) {
        LinkState found = new LinkFinder(session).find(connection, link);
        new Listing(session).fields(found);
        return 0;
    }

    private static List<String> row(LinkState link) {
        return List.of(
                link.getLinkId(),
                link.getConnection(),
                Words.of(link.getLime()),
                Words.of(link.getErp()),
                link.getStatus(),
                link.getPhase(),
                Words.of(link.getReason()),
                Words.of(link.getChangedAt()));
    }
}

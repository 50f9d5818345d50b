package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the link that a person means. */
final class LinkFinder {

    private final Session session;

    LinkFinder(Session session) {
        this.session = session;
    }

    /** As the engine last stated it; ends the command where it is none, or could be several. */
    LinkState find(@Nullable ConnectionName connection, String called) {
        LinkName name = new LinkName(called);
        List<LinkState> links =
                session
                        .lastOf(
                                Topics.LINKS,
                                connection,
                                LinkState.class,
                                link -> name.names(link.getLinkId()))
                        .stream()
                        .flatMap(Found::readable)
                        .toList();
        String id = name.among(links.stream().map(LinkState::getLinkId).toList(), of(connection));
        return links.stream().filter(link -> link.getLinkId().equals(id)).findFirst().orElseThrow();
    }

    /** Where it was looked for, for the sentence that says it is not there. */
    static String of(@Nullable ConnectionName connection) {
        return connection == null ? "" : "of connection " + connection;
    }
}

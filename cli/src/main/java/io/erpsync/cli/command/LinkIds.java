package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;

/** Whole ids of links for what people have of them: the short reference on a card. */
final class LinkIds {

    private final Session session;

    LinkIds(Session session) {
        this.session = session;
    }

    /** The one link that is meant; {@link CannotRun} where that is none or several. */
    String only(ConnectionName connection, String named) {
        List<String> ids = new ArrayList<>();
        for (Found<LinkState> found :
                session.lastOf(Topics.LINKS, connection, LinkState.class, Selection.link(named))) {
            if (found instanceof Found.Message<LinkState>(var _, LinkState link)) {
                ids.add(link.getLinkId());
            }
        }
        return switch (ids.size()) {
            case 1 -> ids.getFirst();
            case 0 ->
                    throw CannotRun.fault(
                            "connection " + connection + " has no link '" + named + "'");
            default ->
                    throw CannotRun.usage(
                            "'" + named + "' may be any of these links: " + String.join(", ", ids));
        };
    }
}

package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what a replay would concern, and asks for it once a person agreed. */
final class Replay {

    private final Session session;
    private final ConnectionName connection;
    private final @Nullable String reason;
    private final @Nullable String link;

    Replay(
            Session session,
            ConnectionName connection,
            @Nullable String reason,
            @Nullable String link) {
        this.session = session;
        this.connection = connection;
        this.reason = reason;
        this.link = link;
    }

    /** What would be replayed; {@link CannotRun} where that is nothing. */
    List<Found<DeadLetter>> letters() {
        List<Found<DeadLetter>> found =
                session
                        .lastOf(
                                Topics.DEAD_LETTERS,
                                connection,
                                DeadLetter.class,
                                Selection.replayable(reason, link))
                        .stream()
                        .filter(Selection::isReadable)
                        .toList();
        if (found.isEmpty()) {
            throw CannotRun.fault(
                    "nothing to replay: connection "
                            + connection
                            + " has no dead letter of a link"
                            + (reason == null ? "" : " with reason " + reason)
                            + (link == null ? "" : " with link " + link));
        }
        return found;
    }

    int ask(boolean yes) {
        List<Found<DeadLetter>> letters = letters();
        String many = letters.size() + (letters.size() == 1 ? " dead letter" : " dead letters");
        String one = link == null ? null : onlyLink(letters);
        if (!yes && !agreed(many)) {
            session.warn("nothing was asked");
            return CommandTree.code(false);
        }
        if (!session.options().json()) {
            session.say(many + " of connection " + connection + " to be replayed");
        }
        return new Asking(session)
                .ask(
                        connection,
                        ControlAction.REPLAY,
                        request -> request.setReason(named()).setLinkId(one),
                        Map.of("deadLetters", letters.size()));
    }

    private boolean agreed(String many) {
        String answer =
                session.person()
                        .answer("Replay " + many + " of connection " + connection + "? [y/N] ");
        if (answer == null) {
            throw CannotRun.usage(
                    many + " would be replayed and nobody can be asked: say --yes or --dry-run");
        }
        return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private @Nullable String named() {
        return reason == null ? null : reason.toUpperCase(Locale.ROOT);
    }

    /** The beginning of an id is enough for us; the engine wants all of it. */
    private String onlyLink(List<Found<DeadLetter>> letters) {
        List<String> ids =
                letters.stream()
                        .map(
                                found ->
                                        found instanceof Found.Message<DeadLetter>(var _, var read)
                                                ? read.getLinkId()
                                                : null)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (ids.size() != 1) {
            throw CannotRun.usage("'" + link + "' begins several links: " + String.join(", ", ids));
        }
        return ids.getFirst();
    }
}

package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.settings.CannotRun;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.topics.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters round again: lists them, has it agreed to, and asks for each by its link, so
 * that neither more nor fewer are tried than were counted.
 */
final class Replay {

    private final Session session;
    private final ConnectionName connection;

    Replay(Session session, ConnectionName connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Only what belongs to a link can be replayed. */
    List<DeadLetter> chosen(@Nullable String reason, @Nullable String link) {
        String wanted = reason == null ? null : known(reason);
        String id =
                link == null ? null : new LinkFinder(session).find(connection, link).getLinkId();
        Predicate<DeadLetter> chosen =
                letter ->
                        letter.getLinkId() != null
                                && (id == null || id.equals(letter.getLinkId()))
                                && (wanted == null || wanted.equals(letter.getReason()));
        return session.lastOf(Topics.DEAD_LETTERS, connection, DeadLetter.class, chosen).stream()
                .flatMap(Found::readable)
                .toList();
    }

    /** Tells without asking for anything. */
    void only(List<DeadLetter> letters) {
        if (session.options().json()) {
            result(letters, false);
        } else {
            show(letters);
            session.say(counted(letters) + " would be replayed; nothing was asked for");
        }
    }

    /** Whether it is agreed to, where somebody can be asked. */
    boolean agreed(List<DeadLetter> letters) {
        if (!session.person().isThere() || session.options().json()) {
            throw CannotRun.usage(
                    counted(letters)
                            + " would be replayed: say --yes to do so, or --dry-run to see "
                            + (letters.size() == 1 ? "it" : "them"));
        }
        show(letters);
        return session.person().agrees("Replay " + counted(letters) + "?");
    }

    int ask(List<DeadLetter> letters) {
        new Asking(session)
                .askEach(
                        connection,
                        ControlAction.REPLAY,
                        letters.stream().map(DeadLetter::getLinkId).toList());
        if (session.options().json()) {
            result(letters, true);
        } else {
            session.say(
                    "replay of %s asked for; what becomes of it: erpsync history --connection %s"
                            .formatted(counted(letters), connection));
        }
        return 0;
    }

    private void result(List<DeadLetter> letters, boolean asked) {
        session.printJson(
                Map.of(
                        "connection",
                        connection.value(),
                        "count",
                        letters.size(),
                        "asked",
                        asked,
                        "links",
                        letters.stream().map(DeadLetter::getLinkId).toList()));
    }

    private void show(List<DeadLetter> letters) {
        if (!letters.isEmpty()) {
            DeadLettersCommand.print(session, letters);
        }
    }

    private static String counted(List<DeadLetter> letters) {
        return letters.size() + (letters.size() == 1 ? " dead letter" : " dead letters");
    }

    /** A reason that there is; ends the command for any other, of which there can be no letters. */
    static String known(String reason) {
        String name = reason.toUpperCase(Locale.ROOT);
        if (Reason.of(name).name().equals(name)) {
            return name;
        }
        throw CannotRun.usage(
                "there is no reason '"
                        + reason
                        + "'; there are: "
                        + Arrays.stream(Reason.values())
                                .map(Reason::name)
                                .collect(Collectors.joining(", ")));
    }
}

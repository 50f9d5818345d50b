package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.cli.text.Words;
import io.erpsync.schemas.message.DeadLetter;
import io.erpsync.schemas.message.LinkState;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Which messages the options ask for; an absent option asks for all. */
final class Selection {

    private Selection() {}

    static <T extends SpecificRecord> boolean keeps(Found<T> found, Predicate<T> wanted) {
        return switch (found) {
            case Found.Message<T>(var _, T message) -> wanted.test(message);
            case Found.Unreadable<T> _ -> true;
        };
    }

    static Predicate<LinkState> links(@Nullable String status, @Nullable String phase) {
        return link ->
                (status == null || link.getStatus().equalsIgnoreCase(status))
                        && (phase == null || link.getPhase().equalsIgnoreCase(phase));
    }

    /**
     * The id or its beginning, as the short reference on a card is; the number in the ERP; or a
     * record as tables show it, such as {@code company/1042}.
     */
    static Predicate<LinkState> link(String named) {
        return link ->
                link.getLinkId().startsWith(named)
                        || named.equals(link.getNumber())
                        || named.equals(Words.of(link.getLime()))
                        || named.equals(Words.of(link.getErp()));
    }

    /** The record with that key, or the letter with that short reference or link. */
    static boolean isNamed(Found<DeadLetter> found, String named) {
        return found.raw().key().equals(named)
                || (found instanceof Found.Message<DeadLetter>(var _, DeadLetter letter)
                        && (letter.getDeadLetterId().equals(named)
                                || named.equals(letter.getLinkId())));
    }

    static boolean isReadable(Found<?> found) {
        return found instanceof Found.Message<?>;
    }

    static Predicate<DeadLetter> letters(@Nullable String reason) {
        return letter ->
                reason == null || letter.getReason().equals(reason.toUpperCase(Locale.ROOT));
    }

    /** As the engine chooses: only what belongs to a link can be replayed. */
    static Predicate<DeadLetter> replayable(@Nullable String reason, @Nullable String link) {
        return letters(reason)
                .and(letter -> letter.getLinkId() != null)
                .and(letter -> link == null || startsWith(letter.getLinkId(), link));
    }

    private static boolean startsWith(@Nullable String id, String beginning) {
        return id != null && id.startsWith(beginning);
    }
}

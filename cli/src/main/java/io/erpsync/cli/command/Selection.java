package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
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

    static Predicate<LinkState> links(@Nullable String status) {
        return link -> status == null || link.getStatus().equalsIgnoreCase(status);
    }

    /** The whole id or its beginning, as the short reference on a card is. */
    static Predicate<LinkState> link(String id) {
        return link -> link.getLinkId().startsWith(id);
    }

    static Predicate<DeadLetter> letters(@Nullable String reason) {
        return letter ->
                reason == null || letter.getReason().equals(reason.toUpperCase(Locale.ROOT));
    }

    /** As the engine chooses: only what belongs to a link can be replayed. */
    static Predicate<DeadLetter> replayable(@Nullable String reason, @Nullable String link) {
        return letters(reason)
                .and(letter -> letter.getLinkId() != null)
                .and(letter -> link == null || link.equals(letter.getLinkId()));
    }
}

package io.erpsync.cli.command;

import io.erpsync.cli.kafka.Found;
import io.erpsync.schemas.message.LinkState;
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
}

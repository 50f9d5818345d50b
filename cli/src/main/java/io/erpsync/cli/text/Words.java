package io.erpsync.cli.text;

import io.erpsync.schemas.message.Reference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Single values as they stand in a table. */
public final class Words {

    private Words() {}

    /** Empty when absent. */
    public static String of(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    public static String of(@Nullable Reference reference) {
        return reference == null ? "" : reference.getType() + "/" + reference.getId();
    }

    /** To the second, in UTC. */
    public static String of(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

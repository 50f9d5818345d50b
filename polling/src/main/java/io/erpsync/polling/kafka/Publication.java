package io.erpsync.polling.kafka;

import io.erpsync.model.ConnectionName;
import io.erpsync.polling.plan.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes out in one transaction, all or nothing.
 *
 * @param hints offsets of the hints that are settled by it
 */
public record Publication(
        ConnectionName connection,
        List<Observation> seen,
        @Nullable StoredCursor cursor,
        @Nullable SeenCatalogue catalogue,
        List<Long> hints) {

    public Publication {
        seen = List.copyOf(seen);
        hints = List.copyOf(hints);
    }

    /** One page of a feed. */
    public static Publication page(List<Observation> seen, StoredCursor cursor) {
        return new Publication(cursor.connection(), seen, cursor, null, List.of());
    }

    public static Publication hinted(Observation seen, List<Long> hints) {
        return new Publication(seen.connection(), List.of(seen), null, null, hints);
    }

    public static Publication catalogue(ConnectionName connection, SeenCatalogue catalogue) {
        return new Publication(connection, List.of(), null, catalogue, List.of());
    }
}

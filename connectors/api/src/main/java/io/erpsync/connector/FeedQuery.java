package io.erpsync.connector;

import io.erpsync.model.ObjectType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of reading a feed.
 *
 * @param cursor what the step before gave; null at the very first
 * @param fields the fields that the mapping uses, paths over a relation such as {@code
 *     coworker.email} included; a connector that reads whole records needs it for the paths only
 */
public record FeedQuery(ObjectType type, Feed feed, @Nullable Cursor cursor, Set<String> fields) {

    public FeedQuery {
        fields = Set.copyOf(fields);
    }
}

package io.erpsync.connector;

import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import java.util.Set;

/**
 * Asks for one record in full.
 *
 * @param id what the system addresses the record by
 * @param fields as in {@link FeedQuery}
 */
public record ReadRequest(ObjectType type, String id, Set<String> fields, Urgency urgency) {

    public ReadRequest {
        fields = Set.copyOf(fields);
    }
}

package io.erpsync.connector;

import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;

/**
 * Asks for some fields of one record to be changed.
 *
 * @param id what the system addresses the record by
 * @param fields only these are written; an empty value empties the field where the system can
 * @param readFirst true when an earlier attempt may have been carried out: the connector then
 *     reads, and writes only what the record does not hold yet
 */
public record UpdateRequest(
        ObjectType type, String id, Fields fields, boolean readFirst, Urgency urgency) {}

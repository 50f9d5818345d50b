package io.erpsync.connector;

import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import java.util.Set;

/**
 * Asks for some fields of one record to be changed.
 *
 * @param id what the system addresses the record by
 * @param fields only these are written; an empty value empties the field where the system can
 * @param readFirst true when an earlier attempt may have been carried out: the connector then
 *     reads, and writes only what the record does not hold yet
 * @param answerWith fields over a relation that the record in the answer must hold besides its own;
 *     a system whose answer to a write lacks them is asked once more. Where that fails the outcome
 *     is unknown, for the write itself was carried out
 */
public record UpdateRequest(
        ObjectType type,
        String id,
        Fields fields,
        boolean readFirst,
        Urgency urgency,
        Set<String> answerWith) {

    public UpdateRequest {
        answerWith = Set.copyOf(answerWith);
    }

    /** The answer need hold no more than the system answers with. */
    public UpdateRequest(
            ObjectType type, String id, Fields fields, boolean readFirst, Urgency urgency) {
        this(type, id, fields, readFirst, urgency, Set.of());
    }
}

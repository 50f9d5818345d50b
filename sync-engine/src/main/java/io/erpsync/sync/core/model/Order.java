package io.erpsync.sync.core.model;

import io.erpsync.model.Action;
import io.erpsync.model.CommandId;
import io.erpsync.model.Fields;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Side;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command to be sent.
 *
 * @param id the record on the target; null for a create
 * @param clears how many fields that held something it empties
 * @param answerWith fields over a relation that the record in the answer must hold too
 */
public record Order(
        CommandId command,
        Side target,
        Action action,
        @Nullable String id,
        Fields fields,
        MatrixCell cell,
        @Nullable Instant attemptedSince,
        int clears,
        Set<String> answerWith) {

    public Order {
        answerWith = Set.copyOf(answerWith);
    }
}

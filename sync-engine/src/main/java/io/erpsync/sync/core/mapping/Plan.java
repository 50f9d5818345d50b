package io.erpsync.sync.core.mapping;

import io.erpsync.model.Fields;
import io.erpsync.sync.core.model.Account.Lost;
import io.erpsync.sync.core.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be written where for the two records of a link to agree.
 *
 * @param toErp by ERP field
 * @param toLime by Lime property
 * @param lost values that the plan overwrites although somebody had set them
 * @param misfitToErp the first value that cannot be sent to the ERP; null when all can
 * @param misfitToLime the same for Lime
 * @param clears how many filled ERP fields {@code toErp} empties
 * @param clearsInLime how many filled Lime properties {@code toLime} empties
 * @param knownDifference whether a field stays different because the ERP cannot empty it
 */
public record Plan(
        Fields toErp,
        Fields toLime,
        List<Lost> lost,
        @Nullable Problem misfitToErp,
        @Nullable Problem misfitToLime,
        int clears,
        int clearsInLime,
        boolean knownDifference) {

    public Plan {
        lost = List.copyOf(lost);
    }
}

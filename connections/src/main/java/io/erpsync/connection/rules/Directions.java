package io.erpsync.connection.rules;

import io.erpsync.model.MatrixCell;
import io.erpsync.model.Side;
import java.util.Set;

/**
 * The direction matrix of one object type: on which side records may come into being, and on which
 * they may be changed.
 */
public record Directions(Set<Side> createFrom, Set<Side> updateFrom) {

    public Directions {
        createFrom = Set.copyOf(createFrom);
        updateFrom = Set.copyOf(updateFrom);
    }

    public boolean mayCreateFrom(Side side) {
        return createFrom.contains(side);
    }

    public boolean mayUpdateFrom(Side side) {
        return updateFrom.contains(side);
    }

    /** Whether anything flows from the ERP to Lime, so that the ERP must be polled at all. */
    public boolean flowsBack() {
        return mayCreateFrom(Side.ERP) || mayUpdateFrom(Side.ERP);
    }

    /** Whether a command of that cell may write. Answers and reads always may. */
    public boolean opens(MatrixCell cell) {
        return switch (cell) {
            case CREATE_FROM_LIME -> mayCreateFrom(Side.LIME);
            case CREATE_FROM_ERP -> mayCreateFrom(Side.ERP);
            case UPDATE_FROM_LIME -> mayUpdateFrom(Side.LIME);
            case UPDATE_FROM_ERP -> mayUpdateFrom(Side.ERP);
            case ANSWER, NONE -> true;
        };
    }
}

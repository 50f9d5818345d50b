package io.erpsync.sync.core.model;

import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * The next step of a link. Its command is computed when it is released, from what is known at that
 * moment.
 */
public sealed interface Work {

    /** The side whose system carries the step out. */
    default Side target() {
        return switch (this) {
            case LookInErp _, CreateInErp _, UpdateInErp _, ReadErp _ -> Side.ERP;
            case Ask _,
                    TakeIn _,
                    Flag _,
                    WriteToLime _,
                    CreateInLime _,
                    Answer _,
                    ReadLime _,
                    Note _,
                    RestoreNumber _ ->
                    Side.LIME;
        };
    }

    /** Writes {@code inprocess}; the record in the answer is the snapshot. */
    record Ask() implements Work {}

    /** Writes {@code readyforfirstsync} on an empty record that an ERP record was matched with. */
    record TakeIn() implements Work {}

    /** Writes {@code updatesmade} for an edit that Lime did not flag by itself. */
    record Flag() implements Work {}

    /**
     * Reads the ERP record within a round, to merge with it or to see whether the number on the
     * card exists.
     */
    record LookInErp(Round round, String number) implements Work {}

    record CreateInErp(Round round) implements Work {}

    record UpdateInErp(Round round) implements Work {}

    /** Writes the ERP's values over Lime's; within a round when {@code round} is given. */
    record WriteToLime(@Nullable Round round) implements Work {}

    record CreateInLime() implements Work {}

    /**
     * Ends the round on the card. {@code withStatus} is false when Lime's status has moved on by
     * itself meanwhile.
     */
    record Answer(Round round, Verdict verdict, boolean withStatus) implements Work {}

    /** Reads the Lime record because what we hold of it is in doubt. */
    record ReadLime() implements Work {}

    /** Reads the ERP record because what we hold of it is in doubt. */
    record ReadErp() implements Work {}

    /**
     * Writes the error text alone, where the status has no way to error; with null strikes it out.
     */
    record Note(@Nullable Problem problem, Fields refused) implements Work {}

    /** Puts back a number that was emptied alone. */
    record RestoreNumber() implements Work {}
}

package io.erpsync.sync.core.decide;

import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which step of a link may have reached a system, or may yet. */
final class UnderWay {

    private UnderWay() {}

    /**
     * Whether a command of ours that writes this side may be under way, so that no observation of
     * it can be told from our write.
     */
    static boolean mayTouch(Link link, Side side) {
        return switch (link.phase()) {
            case Phase.Open(Work work, _, _) -> concerns(work, side);
            case Phase.Settling(Work work, _, _) -> concerns(work, side);
            case Phase.Ready(Work work, var attempted) -> concerns(work, side, attempted);
            case Phase.Waiting(Work work, _, _, var attempted) -> concerns(work, side, attempted);
            case Phase.Idle _, Phase.Parked _, Phase.Closed _ -> false;
        };
    }

    /** The same of a step that is not out, but may have been once. */
    private static boolean concerns(Work work, Side side, @Nullable Instant attempted) {
        return attempted == null ? side == Side.ERP && pastSnapshot(work) : concerns(work, side);
    }

    private static boolean concerns(Work work, Side side) {
        boolean carriesErpValues =
                work instanceof Work.CreateInLime || work instanceof Work.WriteToLime;
        return work.target() == side
                || (side == Side.ERP && (pastSnapshot(work) || carriesErpValues));
    }

    /**
     * Within a round the ERP's record changes by our own results only; what is seen besides is
     * looked at after the round.
     */
    private static boolean pastSnapshot(Work work) {
        return switch (work) {
            case Work.LookInErp _, Work.CreateInErp _, Work.UpdateInErp _, Work.Answer _ -> true;
            case Work.WriteToLime(var round) -> round != null;
            case Work.Ask _,
                    Work.TakeIn _,
                    Work.Flag _,
                    Work.CreateInLime _,
                    Work.ReadLime _,
                    Work.ReadErp _,
                    Work.Note _,
                    Work.RestoreNumber _ ->
                    false;
        };
    }

    /** The step whose earlier attempt may have been carried out; null when there is none. */
    static @Nullable Work perhapsDone(Phase phase) {
        return switch (phase) {
            case Phase.Settling(Work work, _, _) -> work;
            case Phase.Ready(Work work, var attempted) -> attempted == null ? null : work;
            case Phase.Waiting(Work work, _, _, var attempted) -> attempted == null ? null : work;
            case Phase.Idle _, Phase.Open _, Phase.Parked _, Phase.Closed _ -> null;
        };
    }
}

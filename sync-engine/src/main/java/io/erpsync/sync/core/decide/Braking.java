package io.erpsync.sync.core.decide;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Updates that are too many at once: held together, and let go or dropped together. */
final class Braking {

    /** The end of waiting is an operator's word; time alone ends it only in name. */
    private static final Duration UNTIL_TOLD = Duration.ofDays(3650);

    private Braking() {}

    static Decision hold(Link link, Instant now) {
        if (!(link.phase() instanceof Phase.Ready(Work work, Instant attempted))) {
            return Decision.of(link, Kind.SKIP, Why.NOTHING_TO_DO);
        }
        Phase held = new Phase.Waiting(work, now.plus(UNTIL_TOLD), Reason.BRAKE, attempted);
        return Decision.of(link.phase(held), Kind.HOLD, Why.BRAKED);
    }

    static Decision release(Link link) {
        return link.phase() instanceof Phase.Waiting(Work work, _, Reason reason, Instant attempted)
                        && reason == Reason.BRAKE
                ? Decision.of(
                        link.phase(new Phase.Ready(work, attempted)),
                        Kind.HOLD,
                        Why.WAITS_FOR_RELEASE)
                : Decision.of(link, Kind.SKIP, Why.NOTHING_TO_DO);
    }

    /**
     * What was held is taken as it stands on either side; the round, where there is one, is
     * answered.
     */
    static Decision discard(Link link, Context context) {
        if (!(link.phase() instanceof Phase.Waiting(Work work, _, Reason reason, _))
                || reason != Reason.BRAKE) {
            return Decision.of(link, Kind.SKIP, Why.NOTHING_TO_DO);
        }
        Round round = roundOf(work);
        if (round != null) {
            Work answer = new Work.Answer(round, new Verdict.Synced(), true);
            return Decision.of(link.ready(answer), Kind.HOLD, Why.DISCARDED);
        }
        Link agreed = link.erp(link.erp().agreeing(context.mapped(Side.ERP, link.erp().fields())));
        return NextWork.of(agreed, context, Why.DISCARDED);
    }

    private static @Nullable Round roundOf(Work work) {
        return switch (work) {
            case Work.UpdateInErp(Round round) -> round;
            case Work.WriteToLime(Round round) -> round;
            case Work.LookInErp(Round round, _) -> round;
            case Work.CreateInErp(Round round) -> round;
            case Work.Answer(Round round, _, _) -> round;
            case Work.Ask _,
                    Work.TakeIn _,
                    Work.Flag _,
                    Work.CreateInLime _,
                    Work.ReadLime _,
                    Work.ReadErp _,
                    Work.Note _,
                    Work.RestoreNumber _ ->
                    null;
        };
    }
}

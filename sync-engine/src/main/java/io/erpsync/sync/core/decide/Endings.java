package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;

/**
 * What becomes of a link whose record on one side is no more. Nothing is ever created anew by
 * itself.
 */
final class Endings {

    private Endings() {}

    /** The link is orphaned and shown; later edits in the ERP do not bring the Lime record back. */
    static Decision limeRecordGone(Link link) {
        return Decision.of(
                link.problem(null).phase(new Phase.Closed(Phase.Ending.LIME_RECORD_GONE)),
                Kind.SKIP,
                Why.RECORD_GONE);
    }

    /**
     * The ERP's record of a link that has ended: only where the rules say so does its edit make the
     * deleted card anew.
     */
    static Decision erpSeen(Link link, Event.Seen event, Sighting sighting, Context context) {
        boolean deleted =
                link.phase() instanceof Phase.Closed(Phase.Ending ending)
                        && ending == Phase.Ending.LIME_RECORD_GONE;
        boolean recreates =
                deleted
                        && context.rules().object().whenDeleted() == WhenDeleted.RECREATE
                        && context.directions().mayCreateFrom(Side.ERP)
                        && isEdit(link, event, sighting);
        if (!recreates) {
            return Decision.of(link, Kind.SKIP, deleted ? Why.RECORD_GONE : Why.DISCONNECTED);
        }
        Link anew = Observation.adopt(link, event, sighting, context).lime(SideState.NONE);
        return NextWork.of(
                anew.erp(anew.erp().agreeing(Fields.NONE)).tried(Fields.NONE).triedErp(Fields.NONE),
                context,
                Why.FILTERED);
    }

    private static boolean isEdit(Link link, Event.Seen event, Sighting sighting) {
        Sighting seen = link.erp().seen();
        if (seen == null) {
            return event.standing() != Event.Standing.BASELINE;
        }
        return sighting.asOf().isAfter(seen.asOf()) && !sighting.fields().equals(seen.fields());
    }

    /** The card is told; its status stays, for there is no way from synced to error. */
    static Decision erpRecordGone(Link link, Context context) {
        Problem problem = new Problem(Reason.RECORD_GONE, Side.ERP, null, "");
        Link next = link.erp(link.erp().doubting(null));
        boolean atRest = link.phase() instanceof Phase.Idle || link.phase() instanceof Phase.Parked;
        if (problem.equals(link.problem()) && !atRest && !(link.phase() instanceof Phase.Open)) {
            return Decision.of(link, Kind.HOLD, Why.WAITS_FOR_RELEASE);
        }
        if (!link.lime().wasSeen() || problem.equals(link.problem())) {
            return NextWork.of(next, context, Why.RECORD_GONE);
        }
        return RoundCourse.enter(
                next, new Work.Note(problem, link.erp().fields()), Why.RECORD_GONE, context);
    }
}

package io.erpsync.sync.core.decide;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
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

    /** The card is told; its status stays, for there is no way from synced to error. */
    static Decision erpRecordGone(Link link, Context context) {
        Problem problem = new Problem(Reason.RECORD_GONE, Side.ERP, null, "");
        Link next = link.erp(link.erp().doubting(null));
        if (!link.lime().wasSeen() || problem.equals(link.problem())) {
            return Decision.of(next.idle(), Kind.SKIP, Why.RECORD_GONE);
        }
        return RoundCourse.enter(
                next, new Work.Note(problem, link.erp().fields()), Why.RECORD_GONE, context);
    }
}

package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.Urgency;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.time.Instant;

/** What operators ask for, and what time brings. */
final class Requests {

    private Requests() {}

    static Decision due(Link link, Instant now, Context context) {
        return switch (link.phase()) {
            case Phase.Settling(Work work, Instant until, Instant since)
                    when !now.isBefore(until) ->
                    Decision.of(afterSettling(link, work, since), Kind.HOLD, Why.WAITS_FOR_RELEASE);
            case Phase.Waiting(Work work, Instant until, _, Instant since)
                    when !now.isBefore(until) ->
                    Decision.of(
                            link.phase(new Phase.Ready(work, since)),
                            Kind.HOLD,
                            Why.WAITS_FOR_RELEASE);
            case Phase.Settling _, Phase.Waiting _ -> Decision.of(link, Kind.HOLD, Why.SETTLING);
            case Phase.Idle _, Phase.Ready _, Phase.Open _, Phase.Parked _, Phase.Closed _ ->
                    Decision.of(link, Kind.SKIP, Why.NOTHING_TO_DO);
        };
    }

    /**
     * A status write of unknown fate is read before it is decided on anew; any other step is
     * repeated, looking first.
     */
    private static Link afterSettling(Link link, Work work, Instant since) {
        return switch (work) {
            case Work.Ask _,
                    Work.TakeIn _,
                    Work.Flag _,
                    Work.Answer _,
                    Work.Note _,
                    Work.RestoreNumber _ ->
                    link.ready(new Work.ReadLime());
            case Work.CreateInErp _,
                    Work.UpdateInErp _,
                    Work.WriteToLime _,
                    Work.CreateInLime _,
                    Work.LookInErp _,
                    Work.ReadLime _,
                    Work.ReadErp _ ->
                    link.phase(new Phase.Ready(work, since));
        };
    }

    static Decision replay(Link link, Context context) {
        if (link.problem() == null) {
            return Decision.of(link, Kind.SKIP, Why.NOTHING_TO_DO);
        }
        return switch (link.phase()) {
            case Phase.Idle _, Phase.Parked _ -> tryAgain(link, context);
            case Phase.Ready _, Phase.Open _, Phase.Settling _, Phase.Waiting _ ->
                    Decision.of(link, Kind.HOLD, Why.WAITS_FOR_RESULT);
            case Phase.Closed _ -> Decision.of(link, Kind.SKIP, Why.DISCONNECTED);
        };
    }

    private static Decision tryAgain(Link link, Context context) {
        Link cleared =
                link.triedErp(Fields.NONE).urgency(Urgency.INTERACTIVE).confirmed(true).idle();
        if (link.lime().wasSeen() && context.status(link) == LimeStatus.ERROR) {
            Work again = link.erp().exists() ? new Work.Flag() : new Work.TakeIn();
            return Decision.of(cleared.ready(again), Kind.HOLD, Why.WAITS_FOR_RELEASE);
        }
        return NextWork.of(cleared, context, Why.NOTHING_TO_DO);
    }

    static Decision sendNow(Link link, Context context) {
        Link urgent = link.urgency(Urgency.INTERACTIVE).confirmed(true);
        boolean atRest = link.phase() instanceof Phase.Idle || link.phase() instanceof Phase.Parked;
        if (!atRest || !link.lime().wasSeen()) {
            return Decision.of(urgent, Kind.SKIP, Why.NOTHING_TO_DO);
        }
        return switch (context.status(link)) {
            case EMPTY -> ready(urgent, new Work.TakeIn());
            case ERROR -> ready(urgent, link.erp().exists() ? new Work.Flag() : new Work.TakeIn());
            case SYNCED -> ready(urgent, new Work.Flag());
            case READYFORFIRSTSYNC, UPDATESMADE, INPROCESS, FOREIGN ->
                    NextWork.of(urgent, context, Why.NOTHING_TO_DO);
        };
    }

    private static Decision ready(Link link, Work work) {
        return Decision.of(link.ready(work), Kind.HOLD, Why.WAITS_FOR_RELEASE);
    }

    /**
     * A person's word that two records are one: as a first contact, no field is written by it, and
     * the number only where the card shows another. A card that waits for its answer gets it first.
     */
    static Decision link(Link link, Event.LinkAsked asked, Context context) {
        boolean taken = context.directory().owner(asked.erp()) != null;
        if (taken || link.isBusy()) {
            return Decision.of(
                    link, Kind.SKIP, taken ? Why.ALREADY_ANSWERED : Why.WAITS_FOR_RESULT);
        }
        Link linked =
                link.erp(SideState.claimedAs(asked.erp()))
                        .lime(link.lime().agreeing(Fields.NONE))
                        .problem(null)
                        .tried(Fields.NONE);
        String onCard = context.numberOnCard(link.lime().fields());
        boolean otherNumber = !onCard.isEmpty() && !onCard.equals(asked.erp().id());
        return otherNumber
                ? ready(linked, new Work.RestoreNumber()).because(Why.MATCHED)
                : NextWork.of(linked, context, Why.MATCHED);
    }

    /** Refused while the link is at work: the card would wait for its answer for ever. */
    static Decision unlink(Link link) {
        if (link.isBusy()) {
            return Decision.of(link, Kind.SKIP, Why.WAITS_FOR_RESULT);
        }
        return Decision.of(
                link.problem(null).phase(new Phase.Closed(Phase.Ending.DISCONNECTED)),
                Kind.SKIP,
                Why.DISCONNECTED);
    }
}

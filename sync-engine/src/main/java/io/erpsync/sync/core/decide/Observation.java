package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.sync.core.mapping.KeptFields;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;

/** What a record that was seen, or seen to be gone, does to its link. */
final class Observation {

    private Observation() {}

    static Decision of(Link link, Event.Seen event, Context context) {
        Side side = event.side();
        Sighting sighting =
                new Sighting(
                        KeptFields.of(side, event.record().fields(), context.rules()),
                        event.record().asOf());
        if (link.phase() instanceof Phase.Closed) {
            return closed(link, event, sighting, context);
        }
        SideState known = link.side(side);
        if (!known.wasSeen()) {
            return firstSight(link, event, sighting, context);
        }
        boolean touched = UnderWay.mayTouch(link, side);
        boolean same = sighting.fields().equals(known.fields());
        if (same && !(touched && mayUndoOurs(side, sighting, known))) {
            return echo(link, event, sighting);
        }
        if (touched) {
            Link doubting = link.side(side, known.doubting(sighting));
            return Decision.of(doubting, Kind.HOLD, Why.WAITS_FOR_RESULT);
        }
        Sighting seen = known.seen();
        if (seen != null && !sighting.asOf().isAfter(seen.asOf())) {
            return older(link, side, sighting, seen, context);
        }
        if (side == Side.ERP && GoingBack.isDoubtful(link, sighting, context)) {
            return doubted(link, side, sighting, context);
        }
        return newer(link, event, sighting, context);
    }

    /** Whether what we knew before our write was made so again, by a user, after it. */
    private static boolean mayUndoOurs(Side side, Sighting sighting, SideState known) {
        Sighting seen = known.seen();
        boolean anew = seen != null && sighting.asOf().isAfter(seen.asOf());
        return anew || (side == Side.ERP && seen != null && sighting.asOf().equals(seen.asOf()));
    }

    /**
     * Nothing new; a later time on the same values makes them surely newer than what was written
     * before.
     */
    private static Decision echo(Link link, Event.Seen event, Sighting sighting) {
        SideState known = link.side(event.side());
        Sighting seen = known.seen();
        boolean later = seen != null && sighting.asOf().isAfter(seen.asOf());
        Link next =
                later && !UnderWay.mayTouch(link, event.side())
                        ? link.side(
                                event.side(),
                                known.saw(
                                        event.record().reference(),
                                        event.record().technicalId(),
                                        sighting,
                                        true))
                        : link;
        return Decision.of(next, Kind.SKIP, Why.ECHO);
    }

    /**
     * A record that an attempt of ours was to make is the end of the look-up; one that appears
     * while its command is out waits for the result.
     */
    private static Decision firstSight(
            Link link, Event.Seen event, Sighting sighting, Context context) {
        Side side = event.side();
        Work perhapsDone = UnderWay.perhapsDone(link.phase());
        if (perhapsDone != null && perhapsDone.target() == side) {
            return Answers.applied(link, perhapsDone, event.record(), false, context);
        }
        if (link.phase() instanceof Phase.Open || link.phase() instanceof Phase.Settling) {
            Link doubting = link.side(side, link.side(side).doubting(sighting));
            return Decision.of(doubting, Kind.HOLD, Why.WAITS_FOR_RESULT);
        }
        Link next = adopt(link, event, sighting, context);
        if (side == Side.LIME) {
            return firstInLime(next, event, context);
        }
        if (next.lime().exists() && isEdit(event, context)) {
            return firstExchange(next, context);
        }
        boolean baseline = event.existedBefore() || next.lime().exists();
        if (baseline) {
            next = next.erp(ListedBefore.noted(next.erp(), context));
            return Decision.of(
                    next, Kind.SKIP, event.existedBefore() ? Why.EXISTED_BEFORE : Why.BASELINE);
        }
        Why otherwise =
                !context.directions().mayCreateFrom(Side.ERP)
                        ? Why.DIRECTION_CLOSED
                        : context.meets(Side.ERP, sighting.fields())
                                ? Why.NOTHING_TO_DO
                                : Why.FILTERED;
        Decision decision = NextWork.of(next, context, otherwise);
        return remembersWhatItDoesNotFollow(decision, sighting, context);
    }

    /**
     * Whether the ERP's users edited a record that was never seen whole: what of it the list had
     * not shown cannot be known, so there the link's two records meet in a first exchange.
     */
    private static boolean isEdit(Event.Seen event, Context context) {
        return event.standing() != Event.Standing.BASELINE
                && context.directions().mayUpdateFrom(Side.ERP);
    }

    /**
     * Every field that differs may be written, not only what was edited just now, so the card is
     * read first: an edit of it that no poll has brought yet must not be overwritten unseen.
     */
    private static Decision firstExchange(Link link, Context context) {
        Sighting seen = link.lime().seen();
        Link doubting =
                seen == null
                        ? link
                        : link.lime(link.lime().doubting(new Sighting(Fields.NONE, seen.asOf())));
        return switch (link.phase()) {
            case Phase.Idle _, Phase.Parked _ ->
                    NextWork.of(doubting, context, Why.NOTHING_DIFFERS);
            case Phase.Ready _, Phase.Open _, Phase.Settling _, Phase.Waiting _ ->
                    Decision.of(link, Kind.HOLD, Why.WAITS_FOR_RESULT);
            case Phase.Closed _ -> Decision.of(link, Kind.SKIP, Why.DISCONNECTED);
        };
    }

    /**
     * A new ERP record that creates nothing now must create nothing later either, when it is merely
     * edited.
     */
    private static Decision remembersWhatItDoesNotFollow(
            Decision decision, Sighting sighting, Context context) {
        boolean direction = decision.account().why() == Why.DIRECTION_CLOSED;
        if (decision.account().kind() != Kind.SKIP || !direction) {
            return decision;
        }
        Link link = decision.link();
        Fields agreed = context.mapped(Side.ERP, sighting.fields());
        return new Decision(link.erp(link.erp().agreeing(agreed)), decision.account(), null);
    }

    private static Decision firstInLime(Link link, Event.Seen event, Context context) {
        Fields fields = link.lime().fields();
        LimeStatus status = context.status(fields);
        Link next = link;
        if (!status.asks()) {
            next = next.lime(next.lime().agreeing(context.mapped(Side.LIME, fields)));
        }
        String number = context.numberOnCard(fields);
        next = claiming(next, context);
        if (!event.existedBefore() && !next.erp().agreed().isEmpty()) {
            // A new card of an old customer: what was edited there before is no edit for it.
            next = next.erp(next.erp().agreeing(context.mapped(Side.ERP, next.erp().fields())));
        }
        Why otherwise =
                status == LimeStatus.EMPTY && number.isEmpty() ? Why.NOT_ACTIVATED : Why.BASELINE;
        boolean asks = status.asks() || status == LimeStatus.INPROCESS;
        return event.existedBefore() && !asks && !wasEditedInErp(next, context)
                ? Decision.of(next, Kind.SKIP, otherwise)
                : NextWork.of(next, context, otherwise);
    }

    /** A number on the card names its ERP record, where no other link has that. */
    private static Link claiming(Link link, Context context) {
        String number = context.numberOnCard(link.lime().fields());
        if (number.isEmpty() || link.erp().exists()) {
            return link;
        }
        RecordReference reference = context.erpReference(number);
        return context.directory().owner(reference) == null
                ? link.erp(SideState.claimedAs(reference))
                : link;
    }

    /** Whether the customer of a card that is met only now was edited since it was listed. */
    private static boolean wasEditedInErp(Link link, Context context) {
        return link.erp().wasSeen()
                && context.directions().mayUpdateFrom(Side.ERP)
                && NextWork.editedInErp(link);
    }

    private static Decision older(
            Link link, Side side, Sighting sighting, Sighting seen, Context context) {
        boolean surelyOld = side == Side.LIME && sighting.asOf().isBefore(seen.asOf());
        boolean matters = side == Side.LIME || context.directions().flowsBack();
        if (surelyOld || !matters) {
            return Decision.of(link, Kind.SKIP, Why.OLD_OBSERVATION);
        }
        return doubted(link, side, sighting, context);
    }

    /** A look tells, as soon as nothing else is under way. */
    private static Decision doubted(Link link, Side side, Sighting sighting, Context context) {
        Link doubting = link.side(side, link.side(side).doubting(sighting));
        return link.phase() instanceof Phase.Idle || link.phase() instanceof Phase.Parked
                ? NextWork.of(doubting, context, Why.OLD_OBSERVATION)
                : Decision.of(doubting, Kind.HOLD, Why.WAITS_FOR_RESULT);
    }

    private static Decision newer(Link link, Event.Seen event, Sighting sighting, Context context) {
        Link next = adopt(link, event, sighting, context);
        if (event.side() == Side.LIME && isDisconnect(link, next, context)) {
            return Decision.of(
                    next.problem(null).phase(new Phase.Closed(Phase.Ending.DISCONNECTED)),
                    Kind.SKIP,
                    Why.DISCONNECTED);
        }
        boolean untouched = event.side() == Side.LIME && context.status(next) == LimeStatus.EMPTY;
        return switch (link.phase()) {
            case Phase.Idle _, Phase.Parked _ ->
                    NextWork.of(
                            untouched ? claiming(next, context) : next,
                            context,
                            quiet(next, event, context));
            // What Lime asks for need not wait until the ERP's doubtful value can be told.
            case Phase.Waiting(Work.ReadErp _, _, Reason reason, _)
                    when reason == Reason.PERHAPS_STALE && event.side() == Side.LIME ->
                    NextWork.of(next, context, quiet(next, event, context));
            case Phase.Ready _, Phase.Open _, Phase.Settling _, Phase.Waiting _ ->
                    Decision.of(next, Kind.HOLD, Why.WAITS_FOR_RESULT);
            case Phase.Closed _ -> Decision.of(next, Kind.SKIP, Why.DISCONNECTED);
        };
    }

    /** Why a change asks for nothing. */
    private static Why quiet(Link link, Event.Seen event, Context context) {
        if (event.side() == Side.LIME) {
            return context.status(link) == LimeStatus.EMPTY
                    ? Why.NOT_ACTIVATED
                    : Why.NOTHING_DIFFERS;
        }
        if (!context.directions().mayUpdateFrom(Side.ERP)) {
            return Why.DIRECTION_CLOSED;
        }
        return link.lime().exists() ? Why.NOTHING_DIFFERS : Why.EXISTED_BEFORE;
    }

    /** Number and status emptied together: a person takes the record out of the sync. */
    private static boolean isDisconnect(Link before, Link after, Context context) {
        boolean atRest =
                before.phase() instanceof Phase.Idle || before.phase() instanceof Phase.Parked;
        return atRest
                && before.erp().exists()
                && context.status(before) != LimeStatus.EMPTY
                && context.status(after) == LimeStatus.EMPTY
                && context.numberOnCard(after.lime().fields()).isEmpty();
    }

    /** A dissolved link begins anew when its Lime record is sent again, and matches first. */
    private static Decision closed(
            Link link, Event.Seen event, Sighting sighting, Context context) {
        if (event.side() == Side.ERP) {
            return Endings.erpSeen(link, event, sighting, context);
        }
        Sighting seen = link.lime().seen();
        if (seen != null && sighting.asOf().isBefore(seen.asOf())) {
            return Decision.of(link, Kind.SKIP, Why.OLD_OBSERVATION);
        }
        Link next = adopt(link.erp(SideState.NONE), event, sighting, context);
        if (!context.status(next).asks()) {
            return Decision.of(link.lime(next.lime()), Kind.SKIP, Why.DISCONNECTED);
        }
        return NextWork.of(
                next.lime(next.lime().agreeing(Fields.NONE)).idle(), context, Why.DISCONNECTED);
    }

    static Link adopt(Link link, Event.Seen event, Sighting sighting, Context context) {
        Side side = event.side();
        SideState known = link.side(side);
        Sighting doubt = known.doubt();
        boolean doubtIsNewer =
                doubt != null
                        && !doubt.fields().equals(sighting.fields())
                        && !sighting.asOf().isAfter(doubt.asOf());
        SideState saw =
                known.saw(
                        event.record().reference(),
                        event.record().technicalId(),
                        sighting,
                        doubtIsNewer);
        Link next = link.urgency(event.urgency());
        return side == Side.LIME
                ? next.lime(saw)
                : ListedBefore.base(next.erp(GoingBack.remembered(known, saw, context)), context);
    }

    /**
     * Whoever told it may have looked at a moment before the record was made, or ours may be on its
     * way, so a look comes first.
     */
    static Decision gone(Link link, Event.Gone event, Context context) {
        boolean mayBeWriting =
                link.phase() instanceof Phase.Open || UnderWay.perhapsDone(link.phase()) != null;
        if (link.phase() instanceof Phase.Closed) {
            return Decision.of(link, Kind.SKIP, Why.RECORD_GONE);
        }
        boolean tooSoon = Absence.surelyFrom(link, event.side(), event.now(), context) != null;
        if (mayBeWriting || tooSoon) {
            return Absence.lookedInto(link, event.side());
        }
        return event.side() == Side.LIME
                ? Endings.limeRecordGone(link)
                : Endings.erpRecordGone(link, context);
    }
}

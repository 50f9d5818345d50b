package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.Outcome;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.sync.core.mapping.KeptFields;
import io.erpsync.sync.core.mapping.Merge;
import io.erpsync.sync.core.mapping.Plan;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the result of a link's open command does; a result of any other command is old and does
 * nothing.
 */
final class Answers {

    private Answers() {}

    static Decision of(Link link, Event.Answered event, Context context) {
        boolean awaited =
                link.phase() instanceof Phase.Open(_, var command, _)
                        && command.equals(event.command());
        if (!awaited || !(link.phase() instanceof Phase.Open open)) {
            return Decision.of(link, Kind.SKIP, Why.ALREADY_ANSWERED);
        }
        return switch (event.outcome()) {
            case Outcome.Applied(StoredRecord record) -> told(link, open, record, event, context);
            case Outcome.Absent absent -> Failures.absent(link, open, absent, event.now(), context);
            case Outcome.Refused refused ->
                    Failures.refused(link, open, refused, event.now(), context);
            case Outcome.Conflict conflict ->
                    Failures.conflict(link, open, conflict, event.now(), context);
            case Outcome.Unavailable unavailable ->
                    Failures.unavailable(link, open, unavailable, event);
            case Outcome.Unknown _ -> Failures.unknown(link, open, event, context);
        };
    }

    /** What a write answers is so; what a read of the link's own record tells may be past. */
    private static Decision told(
            Link link,
            Phase.Open open,
            StoredRecord record,
            Event.Answered event,
            Context context) {
        Work work = open.work();
        boolean reads = work instanceof Work.ReadErp || work instanceof Work.LookInErp;
        if (reads && record.reference().equals(link.erp().reference())) {
            return GoingBack.read(link, open, record, event, context);
        }
        return applied(link, work, record, isSure(open, event), context);
    }

    /** Whether the write was carried out just now, and not found to have been before. */
    private static boolean isSure(Phase.Open open, Event.Answered event) {
        return open.attemptedSince() == null && event.attemptedAt() != null;
    }

    /**
     * The step was carried out.
     *
     * @param surely whether {@code record} is the answer to the write itself; otherwise the record
     *     was found after an attempt of unknown fate, and a user may have edited it since
     */
    static Decision applied(
            Link link, Work work, StoredRecord record, boolean surely, Context context) {
        LimeStatus before = context.status(link);
        Link next = saw(link, work.target(), record, context).attempts(attempts(link, work));
        return switch (work) {
            case Work.Ask _ -> snapshotTaken(next, before == LimeStatus.READYFORFIRSTSYNC, context);
            case Work.TakeIn _,
                    Work.Flag _,
                    Work.ReadLime _,
                    Work.RestoreNumber _,
                    Work.ReadErp _ ->
                    NextWork.of(next, context, Why.DONE);
            case Work.LookInErp look -> looked(link, next, look.round(), record, context);
            case Work.CreateInErp create ->
                    course(
                            surely
                                    ? Agreement.onAll(next, create.round().snapshot(), context)
                                    : Agreement.onFoundInErp(
                                            next, create.round().snapshot(), context),
                            create.round().sent(),
                            context);
            case Work.UpdateInErp update ->
                    course(
                            Agreement.onSent(link, next, update.round(), context),
                            update.round().sent(),
                            context);
            case Work.WriteToLime write -> written(link, next, write.round(), context);
            case Work.CreateInLime _ ->
                    NextWork.of(
                            surely
                                    ? Agreement.onAll(resolved(next), next.lime().fields(), context)
                                    : Agreement.onFoundInLime(resolved(next), context),
                            context,
                            Why.DONE);
            case Work.Answer answer -> answered(next, answer, context);
            case Work.Note note -> Contest.noted(next, note, context);
        };
    }

    /** A look after a conflict is not yet the success that the count waits for. */
    private static int attempts(Link link, Work work) {
        return work instanceof Work.LookInErp ? link.attempts() : 0;
    }

    private static Link resolved(Link link) {
        return link.problem(Contest.isOn(link) ? link.problem() : null).triedErp(Fields.NONE);
    }

    private static Link saw(Link link, Side side, StoredRecord record, Context context) {
        SideState known = link.side(side);
        Sighting sighting = new Sighting(kept(known, side, record, context), record.asOf());
        Sighting before = known.seen();
        boolean stale =
                side == Side.LIME && before != null && record.asOf().isBefore(before.asOf());
        if (stale) {
            return link.side(side, known.doubting(null));
        }
        SideState saw =
                known.saw(
                        record.reference(),
                        record.technicalId(),
                        sighting,
                        doubtStays(side, known.doubt(), sighting));
        if (side == Side.LIME) {
            return link.lime(saw);
        }
        Link seen = link.erp(GoingBack.remembered(known, saw, context));
        boolean sameAsBefore = record.reference().equals(known.reference());
        return sameAsBefore ? ListedBefore.base(seen, context) : seen;
    }

    /** What an answer does not tell over a relation stays as it was known. */
    private static Fields kept(SideState known, Side side, StoredRecord record, Context context) {
        Fields kept = KeptFields.of(side, record.fields(), context.rules());
        if (side == Side.LIME) {
            for (String path : KeptFields.paths(context.rules())) {
                if (!kept.has(path) && known.fields().has(path)) {
                    kept = kept.with(path, known.get(path));
                }
            }
        }
        return kept;
    }

    /**
     * Lime's times are versions, so an older doubt is answered; the ERP's are not, so only equal
     * values answer one.
     */
    private static boolean doubtStays(Side side, @Nullable Sighting doubt, Sighting sighting) {
        if (doubt == null || doubt.fields().equals(sighting.fields())) {
            return false;
        }
        return side == Side.ERP || doubt.asOf().isAfter(sighting.asOf());
    }

    private static Decision snapshotTaken(Link link, boolean whole, Context context) {
        if (context.status(link) != LimeStatus.INPROCESS) {
            return NextWork.of(link, context, Why.STATUS_MOVED_ON);
        }
        return course(link, new Round(link.lime().fields(), whole, false), context);
    }

    private static Decision course(Link link, Round round, Context context) {
        return RoundCourse.enter(
                link, RoundCourse.work(link, round, context), Why.SNAPSHOT_TAKEN, context);
    }

    /** The ERP record was read: perhaps one that becomes this link's own only now. */
    private static Decision looked(
            Link before, Link after, Round round, StoredRecord record, Context context) {
        LinkId owner = context.directory().owner(record.reference());
        if (owner != null && !owner.equals(after.id())) {
            Problem held = Contest.heldBy(owner, context);
            return RoundCourse.enter(before, RoundCourse.failed(round, held), Why.REFUSED, context);
        }
        boolean other = !record.reference().equals(before.erp().reference());
        Link next =
                other
                        ? Contest.left(after)
                                .lime(after.lime().agreeing(Fields.NONE))
                                .erp(after.erp().agreeing(Fields.NONE).doubting(null))
                        : after;
        return course(next, round.lookedAt(), context);
    }

    private static Decision written(
            Link before, Link after, @Nullable Round round, Context context) {
        Plan plan = Merge.plan(before, round, context.rules());
        Set<String> properties = plan.toLime().names();
        Fields stored = after.lime().fields().only(properties);
        Link agreed = Agreement.onWritten(after, properties, stored, context);
        if (round == null) {
            return NextWork.of(afterErpEdit(agreed, stored, context), context, Why.DONE);
        }
        return course(agreed, round.over(stored), context);
    }

    /**
     * On a card that says error, the error stays until the card itself is mended, and what we wrote
     * is no mending.
     */
    private static Link afterErpEdit(Link link, Fields stored, Context context) {
        if (context.status(link) == LimeStatus.ERROR) {
            Fields tried = link.tried().isEmpty() ? link.tried() : link.tried().with(stored);
            return link.tried(tried).triedErp(Fields.NONE);
        }
        return resolved(link);
    }

    /**
     * The round is over; an edit made meanwhile shows as a difference to the snapshot and begins
     * the next.
     */
    private static Decision answered(Link link, Work.Answer answer, Context context) {
        Link next =
                switch (answer.verdict()) {
                    case Verdict.Synced _ ->
                            Agreement.onAll(link, answer.round().snapshot(), context)
                                    .problem(Contest.isOn(link) ? link.problem() : null)
                                    .tried(Fields.NONE)
                                    .triedErp(Fields.NONE);
                    case Verdict.Failed _ -> link;
                };
        boolean over =
                answer.verdict() instanceof Verdict.Failed(Problem problem)
                        && Contest.isContest(problem)
                        && link.problem() == null;
        if (over) {
            return Contest.goOn(next, context);
        }
        return NextWork.of(next, context, Why.DONE);
    }
}

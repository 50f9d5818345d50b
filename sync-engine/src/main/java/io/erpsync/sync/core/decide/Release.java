package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Action;
import io.erpsync.model.CommandId;
import io.erpsync.model.Fields;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.mapping.KeptFields;
import io.erpsync.sync.core.mapping.Merge;
import io.erpsync.sync.core.mapping.Plan;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Candidate;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes the command of a step, from the newest record and under the rules of the moment it is
 * released.
 */
final class Release {

    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(30);

    private final Link link;
    private final Instant now;
    private final Context context;
    private final @Nullable Instant attemptedSince;

    private Release(Link link, Instant now, Context context, @Nullable Instant attemptedSince) {
        this.link = link;
        this.now = now;
        this.context = context;
        this.attemptedSince = attemptedSince;
    }

    static Decision of(Link link, Instant now, Context context) {
        return link.phase() instanceof Phase.Ready(Work work, Instant attempted)
                ? new Release(link, now, context, attempted).release(work)
                : Decision.of(link, Kind.SKIP, Why.NOTHING_TO_DO);
    }

    private Decision release(Work work) {
        return switch (work) {
            case Work.Ask _ -> move(work, LimeStatus.INPROCESS, Why.ASKED_BY_LIME);
            case Work.TakeIn _ -> move(work, LimeStatus.READYFORFIRSTSYNC, Why.MATCHED);
            case Work.Flag _ -> move(work, LimeStatus.UPDATESMADE, Why.EDITED_WHILE_IN_PROCESS);
            case Work.LookInErp look -> read(work, look.number(), Why.LOOK_BEFORE_USE);
            case Work.CreateInErp create -> createInErp(create);
            case Work.UpdateInErp update -> updateInErp(update);
            case Work.WriteToLime write -> writeToLime(write);
            case Work.CreateInLime _ -> createInLime(work);
            case Work.Answer answer -> answer(answer);
            case Work.ReadLime _ -> read(work, id(Side.LIME), Why.IN_DOUBT);
            case Work.ReadErp _ -> read(work, id(Side.ERP), Why.IN_DOUBT);
            case Work.Note note ->
                    limeUpdate(
                            work,
                            Answering.note(note.problem(), link, context),
                            MatrixCell.ANSWER,
                            Why.REFUSED,
                            0);
            case Work.RestoreNumber _ -> restoreNumber(work);
        };
    }

    /**
     * A status is moved only where the table has the move from the status last read; otherwise the
     * link is looked at anew.
     */
    private Decision move(Work work, LimeStatus next, Why why) {
        if (!context.status(link).mayBeMovedByUsTo(next)) {
            return NextWork.of(link, context, Why.STATUS_MOVED_ON);
        }
        Fields status = Fields.NONE.with(context.own().status(), Value.text(next.key()));
        return limeUpdate(work, status, MatrixCell.ANSWER, why, 0);
    }

    private Decision createInErp(Work.CreateInErp create) {
        boolean mayBegin = context.directions().mayCreateFrom(Side.LIME);
        if (attemptedSince == null || !mayBegin) {
            Work now = RoundCourse.work(link, create.round(), context);
            if (!now.equals(create)) {
                return RoundCourse.enter(remembering(link), now, Why.SNAPSHOT_TAKEN, context);
            }
            boolean mustMatch = context.rules().object().matching() != Matching.OFF;
            if (mustMatch && !context.directory().loaded(Side.ERP)) {
                return waitForIndex(create);
            }
        }
        Fields fields = NewRecord.inErp(create.round().snapshot(), context).fields();
        return send(
                create,
                Action.CREATE,
                null,
                fields,
                MatrixCell.CREATE_FROM_LIME,
                Why.CREATED_IN_LIME,
                0);
    }

    /** That the step at hand may have been done already stays known when it is given up. */
    private Link remembering(Link given) {
        return attemptedSince == null ? given : given.createSince(attemptedSince);
    }

    /**
     * A list that cannot be read for long must not have every record of it asked for all the time.
     */
    private Decision waitForIndex(Work work) {
        int attempts = link.attempts() + 1;
        Duration pause = Failures.backOff(attempts);
        Instant until = now.plus(pause.compareTo(INDEX_PATIENCE) > 0 ? INDEX_PATIENCE : pause);
        Phase waiting = new Phase.Waiting(work, until, Reason.TARGET_UNAVAILABLE, null);
        return Decision.of(link.attempts(attempts).phase(waiting), Kind.HOLD, Why.WAITS_FOR_INDEX);
    }

    private Decision updateInErp(Work.UpdateInErp update) {
        Work now = RoundCourse.work(link, update.round(), context);
        if (attemptedSince == null && !now.equals(update)) {
            return RoundCourse.enter(link, now, Why.SNAPSHOT_TAKEN, context);
        }
        if (attemptedSince != null && !context.directions().mayUpdateFrom(Side.LIME)) {
            // It may not be sent again, so whether it was done is looked up.
            Work look = new Work.LookInErp(update.round(), context.number(link.erp()));
            return RoundCourse.enter(link, look, Why.DIRECTION_CLOSED, context);
        }
        Plan plan = plan(update.round());
        return send(
                        update,
                        Action.UPDATE,
                        id(Side.ERP),
                        plan.toErp(),
                        MatrixCell.UPDATE_FROM_LIME,
                        Why.EDITED_IN_LIME,
                        plan.clears())
                .losing(plan.lost().stream().filter(lost -> lost.side() == Side.ERP).toList());
    }

    private Decision writeToLime(Work.WriteToLime write) {
        Round round = write.round();
        Plan plan = Merge.plan(link, round, context.rules());
        if (plan.toLime().isEmpty()) {
            return round == null
                    ? NextWork.of(link.idle(), context, Why.NOTHING_DIFFERS)
                    : RoundCourse.enter(
                            link,
                            RoundCourse.work(link, round, context),
                            Why.SNAPSHOT_TAKEN,
                            context);
        }
        LimeStatus status = context.status(link);
        if (round == null && (status.asks() || status == LimeStatus.EMPTY)) {
            return NextWork.of(link, context, Why.STATUS_MOVED_ON);
        }
        Fields fields = round == null ? edited(plan.toLime()) : plan.toLime();
        List<Account.Lost> lost =
                plan.lost().stream().filter(one -> one.side() == Side.LIME).toList();
        Why why = round == null ? Why.EDITED_IN_ERP : lost.isEmpty() ? Why.MERGED : Why.PUT_BACK;
        return limeUpdate(write, fields, MatrixCell.UPDATE_FROM_ERP, why, plan.clearsInLime())
                .losing(lost);
    }

    /**
     * What the ERP's edit writes on the card: a text that told of an earlier refusal goes with it.
     */
    private Fields edited(Fields values) {
        Fields fields = values.with(context.own().lastSynced(), new Value.Moment(now));
        boolean told = link.problem() != null && context.status(link) == LimeStatus.SYNCED;
        return told ? fields.with(context.own().errorText(), Value.empty()) : fields;
    }

    private Decision createInLime(Work work) {
        Decision noMore = attemptedSince == null ? noMoreToCreate() : null;
        if (noMore != null) {
            return noMore;
        }
        boolean mustMatch =
                attemptedSince == null && context.rules().object().matching() != Matching.OFF;
        if (mustMatch && !context.directory().loaded(Side.LIME)) {
            return waitForIndex(work);
        }
        NewRecord draft = NewRecord.inLime(link.erp().fields(), context);
        List<Candidate> candidates =
                mustMatch
                        ? Matches.on(Side.LIME, link.erp().fields(), link.id(), context)
                        : List.of();
        if (candidates.size() == 1 && context.rules().object().matching() == Matching.LINK) {
            return Matches.take(link, candidates.getFirst(), now);
        }
        Problem problem =
                candidates.isEmpty() ? draft.problem() : Matches.problem(Side.LIME, candidates);
        if (problem != null) {
            return Failures.refusedCreateInLime(link, problem);
        }
        Fields fields =
                draft.fields().with(Answering.firstSync(context.number(link.erp()), now, context));
        return send(
                work,
                Action.CREATE,
                null,
                fields,
                MatrixCell.CREATE_FROM_ERP,
                Why.CREATED_IN_ERP,
                0);
    }

    /**
     * A card that came meanwhile, a filter or a direction that changed: null where all is as it
     * was.
     */
    private @Nullable Decision noMoreToCreate() {
        if (link.lime().exists()) {
            Link noted = link.erp(ListedBefore.noted(link.erp(), context));
            return NextWork.of(noted, context, Why.BASELINE);
        }
        if (!context.directions().mayCreateFrom(Side.ERP)) {
            Fields agreed = context.mapped(Side.ERP, link.erp().fields());
            Link noted = link.erp(link.erp().agreeing(agreed));
            return Decision.of(noted.idle(), Kind.SKIP, Why.DIRECTION_CLOSED);
        }
        return context.meets(Side.ERP, link.erp().fields())
                ? null
                : Decision.of(link.idle(), Kind.SKIP, Why.FILTERED);
    }

    private Decision answer(Work.Answer answer) {
        boolean withStatus = answer.withStatus() && context.status(link) == LimeStatus.INPROCESS;
        Work.Answer adjusted = new Work.Answer(answer.round(), answer.verdict(), withStatus);
        Fields fields =
                switch (answer.verdict()) {
                    case Verdict.Synced _ -> Answering.synced(link, withStatus, now, context);
                    case Verdict.Failed failed ->
                            Answering.failed(failed.problem(), link, withStatus, context);
                };
        return limeUpdate(adjusted, fields, MatrixCell.ANSWER, Why.ANSWERED, 0);
    }

    /** A number typed meanwhile is left alone, unless a person said that the card's is wrong. */
    private Decision restoreNumber(Work work) {
        boolean typed = !context.numberOnCard(link.lime().fields()).isEmpty();
        if (typed && !link.erp().claimed()) {
            return NextWork.of(link, context, Why.STATUS_MOVED_ON);
        }
        Fields number =
                Fields.NONE.with(context.own().number(), Value.text(context.number(link.erp())));
        return limeUpdate(work, number, MatrixCell.ANSWER, Why.NUMBER_PUT_BACK, 0);
    }

    private Decision limeUpdate(Work work, Fields fields, MatrixCell cell, Why why, int clears) {
        return send(work, Action.UPDATE, id(Side.LIME), fields, cell, why, clears);
    }

    /**
     * A doubt from before the read is answered by it; only what is seen meanwhile stays in doubt.
     */
    private Decision read(Work work, @Nullable String id, Why why) {
        Side side = work.target();
        boolean own = id != null && id.equals(id(side));
        Link certain = own ? link.side(side, link.side(side).doubting(null)) : link;
        return new Release(certain, now, context, attemptedSince)
                .send(work, Action.READ, id, Fields.NONE, MatrixCell.NONE, why, 0);
    }

    private Decision send(
            Work work,
            Action action,
            @Nullable String id,
            Fields fields,
            MatrixCell cell,
            Why why,
            int clears) {
        CommandId command = link.nextCommand();
        boolean creates = action == Action.CREATE && attemptedSince == null;
        Instant since = creates ? link.createSince() : attemptedSince;
        Link sent = link.sent().phase(new Phase.Open(work, command, since));
        Order order =
                new Order(
                        command,
                        work.target(),
                        action,
                        id,
                        fields,
                        cell,
                        since,
                        clears,
                        answerWith(work));
        return new Decision(sent, Account.of(Kind.COMMAND, why), order);
    }

    /** The answer to {@code inprocess} is the snapshot, so it must be whole. */
    private Set<String> answerWith(Work work) {
        return work instanceof Work.Ask ? KeptFields.paths(context.rules()) : Set.of();
    }

    private Plan plan(Round round) {
        return Merge.plan(link, round.snapshot(), round.whole(), context.rules());
    }

    private @Nullable String id(Side side) {
        RecordReference reference = link.side(side).reference();
        return reference == null ? null : reference.id();
    }
}

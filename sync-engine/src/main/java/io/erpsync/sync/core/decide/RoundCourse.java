package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.mapping.Merge;
import io.erpsync.sync.core.mapping.Plan;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Candidate;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a round needs next, once its snapshot is taken: create, look, update, write back, or the
 * answer.
 */
final class RoundCourse {

    private RoundCourse() {}

    /**
     * The link with {@code work} to do next; a failure that is foreseen here is remembered at once
     * and becomes a dead letter.
     */
    static Decision enter(Link link, Work work, Why why, Context context) {
        if (work instanceof Work.Answer(Round round, Verdict.Failed(Problem problem), _)) {
            Link failed =
                    withoutWhatLimeRefuses(link, round, problem, context)
                            .problem(problem)
                            .tried(context.tried(round.snapshot()));
            return problem.equals(link.problem())
                    ? Decision.of(failed.ready(work), Account.Kind.HOLD, Why.WAITS_FOR_RELEASE)
                    : Decision.of(failed.ready(work), Account.Kind.DEAD_LETTER, Why.REFUSED);
        }
        if (work instanceof Work.Note(Problem problem, _) && problem != null) {
            return Decision.of(
                    link.problem(problem).ready(work), Account.Kind.DEAD_LETTER, Why.REFUSED);
        }
        return Decision.of(
                link.ready(work),
                Account.Kind.HOLD,
                staysDifferent(link, work, context) ? Why.KNOWN_DIFFERENCE : why);
    }

    /** What of the ERP does not fit Lime is told by the round, and not once more after it. */
    private static Link withoutWhatLimeRefuses(
            Link link, Round round, Problem problem, Context context) {
        Plan plan = Merge.plan(link, round.snapshot(), round.whole(), context.rules());
        return problem.equals(plan.misfitToLime()) ? link.triedErp(link.erp().fields()) : link;
    }

    /** Whether the round ends well although the ERP keeps a value that Lime has emptied. */
    private static boolean staysDifferent(Link link, Work work, Context context) {
        return work instanceof Work.Answer(Round round, Verdict.Synced _, _)
                && Merge.plan(link, round.snapshot(), round.whole(), context.rules())
                        .knownDifference();
    }

    /** The next step of {@code round}. */
    static Work work(Link link, Round round, Context context) {
        String onCard = context.numberOnCard(round.snapshot());
        Problem problem = link.problem();
        if (Contest.isContest(problem) && onCard.equals(context.number(link.erp()))) {
            return failed(round, problem);
        }
        if (!link.erp().exists()) {
            return onCard.isEmpty()
                    ? create(link, round, context)
                    : adopt(link, round, onCard, context);
        }
        boolean renumbered = !onCard.isEmpty() && !onCard.equals(context.number(link.erp()));
        return renumbered && !round.looked()
                ? adopt(link, round, onCard, context)
                : update(link, round, context);
    }

    /**
     * A number on the card that this link does not have: read before use, and never the cause of a
     * create.
     */
    private static Work adopt(Link link, Round round, String number, Context context) {
        LinkId owner = context.directory().owner(context.erpReference(number));
        if (owner != null && !owner.equals(link.id())) {
            return failed(round, Contest.heldBy(owner, context));
        }
        return new Work.LookInErp(round, number);
    }

    private static Work create(Link link, Round round, Context context) {
        if (!context.directions().mayCreateFrom(Side.LIME)) {
            return failed(round, new Problem(Reason.DIRECTION_CLOSED, Side.LIME, null, ""));
        }
        if (!context.meets(Side.LIME, round.snapshot())) {
            return failed(round, new Problem(Reason.FILTERED, Side.LIME, null, "where-lime"));
        }
        NewRecord draft = NewRecord.inErp(round.snapshot(), context);
        if (draft.problem() != null) {
            return failed(round, draft.problem());
        }
        // What an attempt of ours may have made is found by its key, and is no other's record.
        if (context.rules().object().matching() == Matching.OFF || link.createSince() != null) {
            return new Work.CreateInErp(round);
        }
        return match(link, round, context);
    }

    private static Work match(Link link, Round round, Context context) {
        List<Candidate> candidates = Matches.on(Side.ERP, round.snapshot(), link.id(), context);
        boolean one = candidates.size() == 1;
        if (one && context.rules().object().matching() == Matching.LINK) {
            return new Work.LookInErp(round, candidates.getFirst().number());
        }
        return candidates.isEmpty()
                ? new Work.CreateInErp(round)
                : failed(round, Matches.problem(Side.ERP, candidates));
    }

    private static Work update(Link link, Round round, Context context) {
        if (!link.erp().wasSeen() || (!round.looked() && mustLookFirst(link, context))) {
            return new Work.LookInErp(round, context.number(link.erp()));
        }
        Plan plan = Merge.plan(link, round.snapshot(), round.whole(), context.rules());
        Problem misfit = plan.misfitToErp() != null ? plan.misfitToErp() : plan.misfitToLime();
        if (misfit != null) {
            return failed(round, misfit);
        }
        if (!plan.toErp().isEmpty()) {
            return new Work.UpdateInErp(round);
        }
        if (!plan.toLime().isEmpty()) {
            return new Work.WriteToLime(round);
        }
        return new Work.Answer(round, new Verdict.Synced(), true);
    }

    /**
     * A record that the ERP's users edit too is read right before it is written. A lock does not
     * help here: a command does not carry the version that it was decided on.
     */
    private static boolean mustLookFirst(Link link, Context context) {
        boolean bothMayEdit =
                context.directions().mayUpdateFrom(Side.LIME)
                        && context.directions().mayUpdateFrom(Side.ERP);
        return link.erp().isDoubted() || bothMayEdit;
    }

    static Work failed(Round round, @Nullable Problem problem) {
        if (problem == null) {
            throw new IllegalArgumentException("a failed round needs its problem");
        }
        return new Work.Answer(round, new Verdict.Failed(problem), true);
    }
}

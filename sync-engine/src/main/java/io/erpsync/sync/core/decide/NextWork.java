package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.sync.core.mapping.Merge;
import io.erpsync.sync.core.mapping.Plan;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for a link that is at rest, from what both records hold. Looks at states, not
 * at events, so that an event that was lost, late or doubled leads to the same step.
 */
final class NextWork {

    private static final Duration BEFORE_THE_CARD = Duration.ofDays(1);

    private NextWork() {}

    /** The link, ready for its next step, or at rest with {@code otherwise} as the reason. */
    static Decision of(Link link, Context context, Why otherwise) {
        Link atRest = takenUp(Agreement.onEqual(link, context).idle(), context);
        if (isDisconnected(atRest, context)) {
            return Decision.of(
                    atRest.problem(null).phase(new Phase.Closed(Phase.Ending.DISCONNECTED)),
                    Account.Kind.SKIP,
                    Why.DISCONNECTED);
        }
        Step step = step(atRest, context);
        return step == null
                ? Decision.of(atRest, Account.Kind.SKIP, otherwise)
                : RoundCourse.enter(atRest, step.work(), step.why(), context);
    }

    /**
     * Number and status were emptied together on a card that had been synced: a person took it out
     * of the sync, perhaps while something else was under way.
     */
    private static boolean isDisconnected(Link link, Context context) {
        Fields card = link.lime().fields();
        return link.lime().wasSeen()
                && link.erp().wasSeen()
                && !link.lime().isDoubted()
                && !link.lime().agreed().isEmpty()
                && context.status(link) == LimeStatus.EMPTY
                && context.numberOnCard(card).isEmpty()
                && !card.get(context.own().firstSynced()).isEmpty();
    }

    /**
     * Of a card in process that we know nothing of, a create may have been sent: it is looked for,
     * from well before the card was last saved.
     */
    private static Link takenUp(Link link, Context context) {
        Sighting card = link.lime().seen();
        if (card == null || link.sequence() > 0 || link.erp().exists()) {
            return link;
        }
        return context.status(link) != LimeStatus.INPROCESS
                ? link
                : link.createSince(card.asOf().minus(BEFORE_THE_CARD));
    }

    /** A step and the reason for it. */
    record Step(Work work, Why why) {}

    private static @Nullable Step step(Link link, Context context) {
        if (link.lime().wasSeen()) {
            Step fromLime = limeStep(link, context);
            if (fromLime != null) {
                return fromLime;
            }
        }
        if (link.erp().isDoubted() && context.directions().flowsBack()) {
            return new Step(new Work.ReadErp(), Why.IN_DOUBT);
        }
        return link.lime().exists() ? erpStep(link, context) : createInLime(link, context);
    }

    private static @Nullable Step limeStep(Link link, Context context) {
        if (link.lime().isDoubted()) {
            return new Step(new Work.ReadLime(), Why.IN_DOUBT);
        }
        LimeStatus status = context.status(link);
        return switch (status) {
            case READYFORFIRSTSYNC, UPDATESMADE -> new Step(new Work.Ask(), Why.ASKED_BY_LIME);
            case INPROCESS -> new Step(takenUpAgain(link, context), Why.ASKED_BY_LIME);
            case SYNCED, ERROR -> settledStep(link, context);
            case EMPTY, FOREIGN -> null;
        };
    }

    /**
     * A record in process that no round of ours is at: our memory of the round was lost, or its
     * answer's fate is unknown.
     */
    private static Work takenUpAgain(Link link, Context context) {
        Fields snapshot = link.lime().fields();
        Round round = new Round(snapshot, false, false);
        Problem problem = link.problem();
        if (problem != null && link.tried().equals(context.tried(snapshot))) {
            return new Work.Answer(round, new Verdict.Failed(problem), true);
        }
        return RoundCourse.work(link, round, context);
    }

    private static @Nullable Step settledStep(Link link, Context context) {
        boolean numberGone = context.numberOnCard(link.lime().fields()).isEmpty();
        if (numberGone && link.erp().exists() && link.problem() == null) {
            return new Step(new Work.RestoreNumber(), Why.NUMBER_PUT_BACK);
        }
        Work tell = Contest.tell(link, context);
        if (tell != null) {
            return new Step(tell, Why.REFUSED);
        }
        return editedInLime(link, context) || renumbered(link, context)
                ? new Step(new Work.Flag(), Why.EDITED_WHILE_IN_PROCESS)
                : null;
    }

    /** Whether the card shows another number than the one it has, or was refused with, last. */
    private static boolean renumbered(Link link, Context context) {
        String onCard = context.numberOnCard(link.lime().fields());
        if (onCard.isEmpty()) {
            return false;
        }
        Fields tried = link.tried();
        return tried.has(context.own().number())
                ? !onCard.equals(context.numberOnCard(tried))
                : link.problem() == null
                        && link.erp().exists()
                        && !onCard.equals(context.number(link.erp()));
    }

    /**
     * Whether a watched property differs from what was agreed on, or from what was refused last.
     */
    private static boolean editedInLime(Link link, Context context) {
        Fields last = link.tried().isEmpty() ? link.lime().agreed() : link.tried();
        return context.rules().object().propertiesSynced().stream()
                .filter(last::has)
                .filter(name -> link.lime().fields().has(name))
                .anyMatch(name -> !last.get(name).equals(link.lime().get(name)));
    }

    private static @Nullable Step erpStep(Link link, Context context) {
        boolean known = link.erp().wasSeen() && link.lime().wasSeen();
        if (!known || refusedByLime(link, context) || Contest.isOn(link)) {
            return null;
        }
        Plan plan = Merge.plan(link, context.rules());
        LimeStatus status = context.status(link);
        if (isMatched(link, context)) {
            return new Step(new Work.TakeIn(), Why.MATCHED);
        }
        if (plan.toLime().isEmpty() && plan.misfitToLime() == null) {
            return status == LimeStatus.SYNCED && isOwedToErp(link, plan, context)
                    ? new Step(new Work.Flag(), Why.MERGED)
                    : null;
        }
        return switch (status) {
            case EMPTY ->
                    editedInErp(link) || isFirstExchange(link, plan, context)
                            ? new Step(new Work.TakeIn(), Why.MATCHED)
                            : null;
            case SYNCED, ERROR -> writeOrNote(link, plan);
            case READYFORFIRSTSYNC, UPDATESMADE, INPROCESS, FOREIGN -> null;
        };
    }

    /** A card that was found for a new ERP record is taken in, also where nothing differs. */
    private static boolean isMatched(Link link, Context context) {
        return context.status(link) == LimeStatus.EMPTY
                && context.rules().object().matching() == Matching.LINK
                && context.directions().mayCreateFrom(Side.ERP)
                && context.numberOnCard(link.lime().fields()).isEmpty()
                && link.lime().get(context.own().firstSynced()).isEmpty()
                && link.problem() == null;
    }

    /** A card that never asked is taken in for what the ERP changed, not for what Lime did. */
    static boolean editedInErp(Link link) {
        Fields agreed = link.erp().agreed();
        return agreed.names().stream()
                .anyMatch(name -> !agreed.get(name).equals(link.erp().get(name)));
    }

    /** Whether Lime gets what was never agreed on. */
    private static boolean isFirstExchange(Link link, Plan plan, Context context) {
        return link.problem() == null
                && context.rules().object().mapping().stream()
                        .filter(entry -> entry.lime() != null && plan.toLime().has(entry.lime()))
                        .anyMatch(entry -> !link.erp().agreed().has(entry.erp()));
    }

    /** Whether the ERP gets what was never agreed on, which only a round can write. */
    private static boolean isOwedToErp(Link link, Plan plan, Context context) {
        return context.directions().mayUpdateFrom(Side.ERP)
                && link.problem() == null
                && !link.erp().agreed().names().containsAll(plan.toErp().names());
    }

    private static Step writeOrNote(Link link, Plan plan) {
        Problem misfit = plan.misfitToLime();
        return misfit == null
                ? new Step(new Work.WriteToLime(null), Why.EDITED_IN_ERP)
                : new Step(new Work.Note(misfit, link.erp().fields()), Why.REFUSED);
    }

    private static @Nullable Step createInLime(Link link, Context context) {
        boolean wanted =
                link.erp().wasSeen()
                        && link.erp().agreed().isEmpty()
                        && context.directions().mayCreateFrom(Side.ERP)
                        && context.meets(Side.ERP, link.erp().fields())
                        && !refusedByLime(link, context);
        return wanted ? new Step(new Work.CreateInLime(), Why.CREATED_IN_ERP) : null;
    }

    /** Whether Lime refused just these values of the ERP before. */
    private static boolean refusedByLime(Link link, Context context) {
        Fields refused = link.triedErp();
        return !refused.isEmpty()
                && context.mapped(Side.ERP, refused)
                        .equals(context.mapped(Side.ERP, link.erp().fields()));
    }
}

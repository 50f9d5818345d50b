package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two Lime records with one number: neither is written until one of them lets go of it, and each
 * names the other. The second claimant fails its round; the link that has the ERP record is told,
 * and is told again when the claim is over.
 */
public final class Contest {

    private static final String BETWEEN = " · ";

    private Contest() {}

    /** What the link that has the contested record is to be told. */
    public record Notice(LinkId holder, Event event) {}

    /** Who is to be told what, now that {@code before} has become {@code after}. */
    public static List<Notice> notices(Link before, Link after, Rules rules, Directory directory) {
        Context context = new Context(rules, directory);
        String given = claim(before, context);
        String taken = claim(after, context);
        if (given.equals(taken)) {
            return List.of();
        }
        List<Notice> notices = new ArrayList<>();
        LinkId former = holder(before, given, context);
        if (former != null) {
            notices.add(
                    new Notice(former, new Event.NumberConceded(directory.cardOf(before.id()))));
        }
        LinkId holder = holder(after, taken, context);
        if (holder != null) {
            notices.add(
                    new Notice(holder, new Event.NumberContested(directory.cardOf(after.id()))));
        }
        return notices;
    }

    /** The number that the link's card claims although another link has it; empty when none. */
    private static String claim(Link link, Context context) {
        Problem problem = link.problem();
        boolean claims =
                problem != null
                        && problem.reason() == Reason.HELD_BY_ANOTHER
                        && !(link.phase() instanceof Phase.Closed);
        return claims ? context.numberOnCard(link.lime().fields()) : "";
    }

    private static @Nullable LinkId holder(Link claimant, String number, Context context) {
        LinkId owner =
                number.isEmpty() ? null : context.directory().owner(context.erpReference(number));
        return claimant.id().equals(owner) ? null : owner;
    }

    /** The problem of a card whose number belongs to the link {@code owner}. */
    static Problem heldBy(LinkId owner, Context context) {
        return new Problem(
                Reason.HELD_BY_ANOTHER,
                Side.LIME,
                context.own().number(),
                context.directory().cardOf(owner));
    }

    /** Whether another card claims the number that this link's card shows too. */
    static boolean isOn(Link link) {
        return isContest(link.problem());
    }

    static boolean isContest(@Nullable Problem problem) {
        return problem != null && problem.reason() == Reason.CONTESTED;
    }

    static Decision begun(Link link, Event.NumberContested event, Context context) {
        if (link.phase() instanceof Phase.Closed) {
            return Decision.of(link, Kind.SKIP, Why.DISCONNECTED);
        }
        List<String> cards = new ArrayList<>(claimants(link));
        String card = event.card().replace(BETWEEN, " ");
        if (!cards.contains(card)) {
            cards.add(card);
        }
        Link told = link.problem(problem(cards, context));
        Decision next =
                isAtRest(link)
                        ? NextWork.of(told, context, Why.REFUSED)
                        : Decision.of(told, Kind.DEAD_LETTER, Why.REFUSED);
        return new Decision(next.link(), Account.of(Kind.DEAD_LETTER, Why.REFUSED), null);
    }

    static Decision ended(Link link, Event.NumberConceded event, Context context) {
        if (!isOn(link)) {
            return Decision.of(link, Kind.SKIP, Why.NOTHING_TO_DO);
        }
        List<String> left =
                claimants(link).stream().filter(card -> !sameCard(card, event.card())).toList();
        if (!left.isEmpty()) {
            Link told = link.problem(problem(left, context));
            return isAtRest(link)
                    ? Decision.of(told, Kind.SKIP, Why.DONE)
                    : Decision.of(told, Kind.HOLD, Why.WAITS_FOR_RESULT);
        }
        Link free = link.problem(null);
        return isAtRest(link)
                ? goOn(free.idle(), context)
                : Decision.of(free, Kind.HOLD, Why.WAITS_FOR_RESULT);
    }

    /** The card that the contest left its text on: it is struck out, or what it stopped is sent. */
    static Decision goOn(Link link, Context context) {
        return switch (context.status(link)) {
            case ERROR ->
                    Decision.of(link.ready(new Work.Flag()), Kind.HOLD, Why.WAITS_FOR_RELEASE);
            case SYNCED ->
                    Decision.of(
                            link.ready(new Work.Note(null, link.triedErp())),
                            Kind.HOLD,
                            Why.WAITS_FOR_RELEASE);
            case EMPTY, READYFORFIRSTSYNC, UPDATESMADE, INPROCESS, FOREIGN ->
                    NextWork.of(link, context, Why.DONE);
        };
    }

    /** The note was written, or Lime refused it: it is not repeated at once. */
    static Decision noted(Link link, Work.Note note, Context context) {
        Link next = link.triedErp(note.refused());
        if (isContest(note.problem()) && next.problem() == null) {
            return goOn(next, context);
        }
        Decision decision = NextWork.of(next, context, Why.DONE);
        boolean again =
                decision.link().phase() instanceof Phase.Ready(Work work, _) && work.equals(note);
        return again ? Decision.of(next.idle(), Kind.SKIP, Why.DONE) : decision;
    }

    /** The step that tells a synced card of the contest; null when it says something already. */
    static @Nullable Work tell(Link link, Context context) {
        boolean silent =
                context.status(link) == LimeStatus.SYNCED
                        && link.lime().get(context.own().errorText()).isEmpty();
        Problem problem = link.problem();
        return silent && isContest(problem) ? new Work.Note(problem, link.triedErp()) : null;
    }

    private static Problem problem(List<String> cards, Context context) {
        return new Problem(
                Reason.CONTESTED, Side.LIME, context.own().number(), String.join(BETWEEN, cards));
    }

    private static List<String> claimants(Link link) {
        Problem problem = link.problem();
        return problem == null || !isContest(problem)
                ? List.of()
                : Arrays.asList(problem.words().split(BETWEEN, -1));
    }

    /** The same id in brackets at the end: a name may have changed meanwhile. */
    private static boolean sameCard(String one, String other) {
        return id(one).equals(id(other));
    }

    private static String id(String card) {
        return card.substring(card.lastIndexOf('(') + 1);
    }

    private static boolean isAtRest(Link link) {
        return link.phase() instanceof Phase.Idle || link.phase() instanceof Phase.Parked;
    }

    /** A link that took another ERP record has nothing to do with the number in dispute. */
    static Link left(Link link) {
        return isOn(link) ? link.problem(null).tried(Fields.NONE) : link;
    }
}

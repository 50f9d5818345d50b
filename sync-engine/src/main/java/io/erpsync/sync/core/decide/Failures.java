package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every outcome but success does to a link. */
final class Failures {

    private static final int MOST_CONFLICTS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private Failures() {}

    static Decision absent(
            Link link, Phase.Open open, Outcome.Absent absent, Instant now, Context context) {
        Work work = open.work();
        boolean another = work instanceof Work.LookInErp look && !isOurs(link, look, context);
        Instant sure = another ? null : Absence.surelyFrom(link, work.target(), now, context);
        return sure == null
                ? believedAbsent(link, work, absent, context)
                : Absence.triedAgain(link, open, sure);
    }

    private static Decision believedAbsent(
            Link link, Work work, Outcome.Absent absent, Context context) {
        return switch (work) {
            case Work.LookInErp look -> lookFoundNothing(link, look, absent, context);
            case Work.UpdateInErp update ->
                    fail(
                            link,
                            update.round(),
                            problem(Reason.RECORD_GONE, Side.ERP, absent.words()),
                            context);
            case Work.CreateInErp create ->
                    fail(
                            link,
                            create.round(),
                            problem(Reason.REFUSED_BY_RULE, Side.ERP, absent.words()),
                            context);
            case Work.ReadErp _ -> Endings.erpRecordGone(link, context);
            case Work.CreateInLime _ ->
                    refusedCreateInLime(
                            link, problem(Reason.REFUSED_BY_RULE, Side.LIME, absent.words()));
            case Work.Ask _,
                    Work.TakeIn _,
                    Work.Flag _,
                    Work.WriteToLime _,
                    Work.Answer _,
                    Work.ReadLime _,
                    Work.Note _,
                    Work.RestoreNumber _ ->
                    Endings.limeRecordGone(link);
        };
    }

    private static Decision lookFoundNothing(
            Link link, Work.LookInErp look, Outcome.Absent absent, Context context) {
        Problem problem =
                isOurs(link, look, context)
                        ? problem(Reason.RECORD_GONE, Side.ERP, absent.words())
                        : new Problem(
                                Reason.NUMBER_UNKNOWN,
                                Side.LIME,
                                context.own().number(),
                                look.number());
        return fail(link, look.round(), problem, context);
    }

    /** Whether the link's own record was looked for, and not one that the card names. */
    private static boolean isOurs(Link link, Work.LookInErp look, Context context) {
        return link.erp().exists()
                && !link.erp().claimed()
                && look.number().equals(context.number(link.erp()));
    }

    static Decision refused(
            Link link, Phase.Open open, Outcome.Refused refused, Instant now, Context context) {
        boolean notOfTheObject =
                refused.reason().scope() == Reason.Scope.CONNECTION
                        || refused.reason() == Reason.DIRECTION_CLOSED;
        if (notOfTheObject) {
            return wait(link, open.work(), now, null, refused.reason(), open.attemptedSince());
        }
        Side side = open.work().target();
        Problem problem = new Problem(refused.reason(), side, refused.field(), refused.words());
        return switch (open.work()) {
            case Work.LookInErp(Round round, _) ->
                    fail(doubtingAgain(link, Side.ERP), round, problem, context);
            case Work.CreateInErp(Round round) ->
                    fail(remembering(link, open), round, problem, context);
            case Work.UpdateInErp(Round round) -> fail(link, round, problem, context);
            case Work.WriteToLime(Round round) -> refusedWrite(link, round, problem, context);
            case Work.CreateInLime _ -> refusedCreateInLime(remembering(link, open), problem);
            case Work.Answer answer -> refusedAnswer(link, answer, problem);
            case Work.Ask _, Work.TakeIn _, Work.Flag _ -> refusedMove(link, problem);
            case Work.Note note -> Contest.noted(link, note, context);
            case Work.ReadLime _, Work.ReadErp _ -> park(doubtingAgain(link, side), problem);
            case Work.RestoreNumber _ -> park(link, problem);
        };
    }

    /** A refusal says nothing of an attempt before it: the next create looks for its record. */
    private static Link remembering(Link link, Phase.Open open) {
        Instant attempted = open.attemptedSince();
        return attempted == null ? link : link.createSince(attempted);
    }

    /** A look that was refused has answered no doubt. */
    private static Link doubtingAgain(Link link, Side side) {
        SideState known = link.side(side);
        return known.wasSeen() ? link.side(side, known.doubting(Sighting.UNREAD)) : link;
    }

    private static Decision refusedWrite(
            Link link, @Nullable Round round, Problem problem, Context context) {
        return round == null
                ? RoundCourse.enter(
                        link, new Work.Note(problem, link.erp().fields()), Why.REFUSED, context)
                : fail(link, round, problem, context);
    }

    /**
     * Shown until the ERP's record changes; whether it did meanwhile is looked up where in doubt.
     */
    static Decision refusedCreateInLime(Link link, Problem problem) {
        Link refused = link.problem(problem).triedErp(link.erp().fields());
        Link next = link.erp().isDoubted() ? refused.ready(new Work.ReadErp()) : refused.idle();
        return Decision.of(next, Kind.DEAD_LETTER, Why.REFUSED);
    }

    private static Decision refusedMove(Link link, Problem problem) {
        if (problem.reason() == Reason.STATUS_MOVED_ON) {
            return Decision.of(link.ready(new Work.ReadLime()), Kind.HOLD, Why.STATUS_MOVED_ON);
        }
        return park(link, problem);
    }

    /**
     * Lime's status moved on by itself: number, times and text are written without it, and the
     * record goes round again.
     */
    private static Decision refusedAnswer(Link link, Work.Answer answer, Problem problem) {
        if (problem.reason() == Reason.STATUS_MOVED_ON && answer.withStatus()) {
            Work again = new Work.Answer(answer.round(), answer.verdict(), false);
            return Decision.of(link.ready(again), Kind.HOLD, Why.STATUS_MOVED_ON);
        }
        return park(link, problem);
    }

    private static Decision park(Link link, Problem problem) {
        return Decision.of(
                link.problem(problem).phase(new Phase.Parked(problem)),
                Kind.DEAD_LETTER,
                Why.REFUSED);
    }

    static Decision conflict(
            Link link, Phase.Open open, Outcome.Conflict conflict, Instant now, Context context) {
        Link again = link.attempts(link.attempts() + 1);
        Round round = round(open.work());
        if (round == null) {
            return wait(
                    again,
                    open.work(),
                    now,
                    null,
                    Reason.TARGET_UNAVAILABLE,
                    open.attemptedSince());
        }
        if (again.attempts() > MOST_CONFLICTS || !link.erp().exists()) {
            return fail(
                    again,
                    round,
                    problem(Reason.FAILS_REPEATEDLY, Side.ERP, conflict.words()),
                    context);
        }
        Work look = new Work.LookInErp(round, context.number(link.erp()));
        return Decision.of(again.ready(look), Kind.HOLD, Why.IN_DOUBT);
    }

    static Decision unavailable(
            Link link, Phase.Open open, Outcome.Unavailable outcome, Event.Answered event) {
        return wait(
                link,
                open.work(),
                event.now(),
                outcome.retryAfter(),
                outcome.reason(),
                open.attemptedSince());
    }

    /**
     * A read of unknown fate is a failed read; a write may still take effect, so nothing is sent
     * until it has settled.
     */
    static Decision unknown(Link link, Phase.Open open, Event.Answered event, Context context) {
        Work work = open.work();
        boolean reads =
                work instanceof Work.ReadErp
                        || work instanceof Work.ReadLime
                        || work instanceof Work.LookInErp;
        if (reads) {
            return wait(
                    link,
                    work,
                    event.now(),
                    null,
                    Reason.TARGET_UNAVAILABLE,
                    open.attemptedSince());
        }
        Instant began = open.attemptedSince() != null ? open.attemptedSince() : event.attemptedAt();
        Instant since = began == null ? event.now() : began;
        Instant until = event.now().plus(context.rules().erp().settleTime());
        return Decision.of(
                link.attempts(link.attempts() + 1).phase(new Phase.Settling(work, until, since)),
                Kind.HOLD,
                Why.SETTLING);
    }

    private static Decision wait(
            Link link,
            Work work,
            Instant now,
            @Nullable Duration retryAfter,
            Reason reason,
            @Nullable Instant attemptedSince) {
        int attempts = link.attempts() + 1;
        Duration pause = retryAfter != null ? retryAfter : backOff(attempts);
        Phase waiting = new Phase.Waiting(work, now.plus(pause), reason, attemptedSince);
        return Decision.of(
                link.attempts(attempts).phase(waiting), Kind.HOLD, Why.TARGET_UNAVAILABLE);
    }

    static Duration backOff(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }

    /** The round ends on the card with its problem, which is a dead letter from now on. */
    private static Decision fail(Link link, Round round, Problem problem, Context context) {
        Fields tried = context.tried(round.snapshot());
        Link failed = link.problem(problem).tried(tried);
        return Decision.of(
                failed.ready(RoundCourse.failed(round, problem)), Kind.DEAD_LETTER, Why.REFUSED);
    }

    private static Problem problem(Reason reason, Side side, String words) {
        return new Problem(reason, side, null, words);
    }

    private static @Nullable Round round(Work work) {
        return switch (work) {
            case Work.LookInErp(Round round, _) -> round;
            case Work.CreateInErp(Round round) -> round;
            case Work.UpdateInErp(Round round) -> round;
            case Work.WriteToLime(Round round) -> round;
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

package io.erpsync.sync.core.release;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.sync.core.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many writes of data a connection has tried of late, and how many were refused. When too many
 * are, it sends nothing more until an operator lets it go on.
 *
 * @param counts by minute, oldest first
 * @param since when it was paused; null while it is not
 */
public record AutoPause(List<Count> counts, @Nullable Instant since) {

    public static final AutoPause FREE = new AutoPause(List.of(), null);

    private static final Duration SPAN = Duration.ofMinutes(15);
    private static final int FAILURES = 20;

    /** What was tried, and refused, within one minute. */
    public record Count(long minute, int attempts, int failures) {}

    public AutoPause {
        counts = List.copyOf(counts);
    }

    public boolean isEngaged() {
        return since != null;
    }

    /**
     * What the answer to {@code work} adds. Only what an object's own data met counts: a fault of
     * the connection pauses it by itself, and a lost answer says nothing yet.
     */
    public AutoPause after(Work work, Outcome outcome, Instant now) {
        if (!carriesData(work)) {
            return this;
        }
        return switch (outcome) {
            case Outcome.Applied _, Outcome.Absent _, Outcome.Conflict _ -> counting(0, now);
            case Outcome.Refused(Reason reason, _, _) ->
                    isOfTheObject(reason) ? counting(1, now) : this;
            case Outcome.Unavailable _, Outcome.Unknown _ -> this;
        };
    }

    private static boolean isOfTheObject(Reason reason) {
        return reason.scope() == Reason.Scope.OBJECT && reason != Reason.DIRECTION_CLOSED;
    }

    private static boolean carriesData(Work work) {
        return switch (work) {
            case Work.CreateInErp _, Work.UpdateInErp _, Work.WriteToLime _, Work.CreateInLime _ ->
                    true;
            case Work.Ask _,
                    Work.TakeIn _,
                    Work.Flag _,
                    Work.LookInErp _,
                    Work.Answer _,
                    Work.ReadLime _,
                    Work.ReadErp _,
                    Work.Note _,
                    Work.RestoreNumber _ ->
                    false;
        };
    }

    private AutoPause counting(int failures, Instant now) {
        long minute = now.getEpochSecond() / 60;
        List<Count> next = new ArrayList<>(within(now));
        Count last = next.isEmpty() ? null : next.getLast();
        if (last != null && last.minute() == minute) {
            next.removeLast();
            next.add(new Count(minute, last.attempts() + 1, last.failures() + failures));
        } else {
            next.add(new Count(minute, 1, failures));
        }
        AutoPause counted = new AutoPause(next, since);
        return since == null && counted.isTooMuch(now) ? new AutoPause(next, now) : counted;
    }

    private boolean isTooMuch(Instant now) {
        int refused = failures(now);
        return refused >= FAILURES && 2 * refused > attempts(now);
    }

    /** How many writes were tried within the span. */
    public int attempts(Instant now) {
        return within(now).stream().mapToInt(Count::attempts).sum();
    }

    /** How many of them were refused. */
    public int failures(Instant now) {
        return within(now).stream().mapToInt(Count::failures).sum();
    }

    private List<Count> within(Instant now) {
        long oldest = now.minus(SPAN).getEpochSecond() / 60;
        return counts.stream().filter(count -> count.minute() > oldest).toList();
    }
}

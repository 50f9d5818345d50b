package io.erpsync.sync.core.release;

import io.erpsync.connection.rules.Brake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much was changed in one direction within the last hour, and whether an operator must agree
 * before more is.
 *
 * @param counts by minute, oldest first
 * @param engagedSince when the brake took hold; null while it does not
 * @param openUntil until when an operator has let everything pass; null when nobody has
 */
public record BrakeState(
        List<Count> counts, @Nullable Instant engagedSince, @Nullable Instant openUntil) {

    public static final BrakeState FREE = new BrakeState(List.of(), null, null);

    private static final Duration SPAN = Duration.ofHours(1);

    /** What was changed within one minute. */
    public record Count(long minute, int updates, int clears) {}

    public BrakeState {
        counts = List.copyOf(counts);
    }

    public boolean isEngaged() {
        return engagedSince != null;
    }

    /** Whether one more update, which empties {@code clears} fields, may go. */
    public boolean admits(Brake brake, int linked, int clears, Instant now) {
        if (openUntil != null && now.isBefore(openUntil)) {
            return true;
        }
        int updates = 0;
        int emptied = 0;
        for (Count count : within(now)) {
            updates += count.updates();
            emptied += count.clears();
        }
        int most = Math.max(brake.updates(), linked * brake.percent() / 100);
        return !isEngaged()
                && updates < most
                && (clears == 0 || emptied + clears <= brake.clears());
    }

    public BrakeState counting(int clears, Instant now) {
        long minute = now.getEpochSecond() / 60;
        List<Count> next = new ArrayList<>(within(now));
        Count last = next.isEmpty() ? null : next.getLast();
        if (last != null && last.minute() == minute) {
            next.removeLast();
            next.add(new Count(minute, last.updates() + 1, last.clears() + clears));
        } else {
            next.add(new Count(minute, 1, clears));
        }
        return new BrakeState(next, engagedSince, openUntil);
    }

    public BrakeState engaged(Instant now) {
        return new BrakeState(counts, engagedSince == null ? now : engagedSince, null);
    }

    /** The brake after an operator agreed: whatever comes within the hour may pass. */
    public BrakeState released(Instant now) {
        return new BrakeState(List.of(), null, now.plus(SPAN));
    }

    /**
     * The brake after an operator dropped what it held: updates count anew. The emptied fields of
     * the hour stay counted, for more of the same may still be on its way.
     */
    public BrakeState discarded() {
        List<Count> emptied =
                counts.stream()
                        .filter(count -> count.clears() > 0)
                        .map(count -> new Count(count.minute(), 0, count.clears()))
                        .toList();
        return new BrakeState(emptied, null, null);
    }

    private List<Count> within(Instant now) {
        long oldest = now.minus(SPAN).getEpochSecond() / 60;
        return counts.stream().filter(count -> count.minute() > oldest).toList();
    }
}

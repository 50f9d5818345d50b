package io.erpsync.polling.plan;

import io.erpsync.polling.plan.Observation.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told a moment ago and is the same observation still: a card that waits for its sync is
 * in every look at the cards that ask, and hundreds of them told anew each second would keep the
 * engine from the results that they wait for. Told again after a while all the same, for an engine
 * that lost what it knew. Not for use by several threads at once.
 */
public final class Repeats {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 20_000;

    private final Map<String, Instant> told = new LinkedHashMap<>();

    /** {@code seen} without what was told less than half a minute before {@code now}. */
    public List<Observation> without(List<Observation> seen, Instant now) {
        return seen.stream().filter(one -> !isTold(one, now)).toList();
    }

    /** These were published. */
    public void told(List<Observation> published, Instant now) {
        told.values().removeIf(at -> !now.isBefore(at.plus(KEPT)));
        for (Observation one : published) {
            if (isOfAPoll(one) && told.size() < MOST) {
                told.put(one.eventId(), now);
            }
        }
    }

    private boolean isTold(Observation one, Instant now) {
        Instant at = isOfAPoll(one) ? told.get(one.eventId()) : null;
        return at != null && now.isBefore(at.plus(KEPT));
    }

    /** A baseline says something else of the same state, and a hint is somebody's wish. */
    private static boolean isOfAPoll(Observation one) {
        return one.origin() == Origin.POLL || one.origin() == Origin.STATUS_POLL;
    }
}

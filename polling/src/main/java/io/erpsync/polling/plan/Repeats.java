package io.erpsync.polling.plan;

import io.erpsync.polling.plan.Observation.Origin;
import io.erpsync.polling.plan.Observation.View;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told a moment ago and is the same observation still: a card that waits for its sync is
 * in every look at the cards that ask, and hundreds of them told anew each second would keep the
 * engine from the results that they wait for; and each look at a list overlaps the one before. Told
 * again after a while all the same, for an engine that lost what it knew. Not for use by several
 * threads at once.
 */
public final class Repeats {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 20_000;

    private final Map<String, Told> told = new LinkedHashMap<>();

    /** What was told under a name last, and when. */
    private record Told(String what, Instant at) {

        boolean isRecent(Instant now) {
            return now.isBefore(at.plus(KEPT));
        }
    }

    /** {@code seen} without what was told less than half a minute before {@code now}. */
    public List<Observation> without(List<Observation> seen, Instant now) {
        return seen.stream().filter(one -> !isTold(one, now)).toList();
    }

    /** These were published. */
    public void told(List<Observation> published, Instant now) {
        told.values().removeIf(one -> !one.isRecent(now));
        for (Observation one : published) {
            // What is known already is brought up to date even when there is no room for more.
            boolean hasRoom = told.size() < MOST || told.containsKey(name(one));
            if (canRepeat(one) && hasRoom) {
                told.put(name(one), new Told(what(one), now));
            }
        }
    }

    private boolean isTold(Observation one, Instant now) {
        Told last = canRepeat(one) ? told.get(name(one)) : null;
        return last != null && last.isRecent(now) && last.what().equals(what(one));
    }

    /** A baseline says something else of the same state, and a hint is somebody's wish. */
    private static boolean canRepeat(Observation one) {
        return one.origin() == Origin.POLL
                || one.origin() == Origin.STATUS_POLL
                || one.view() == View.LISTED;
    }

    /** A list item has no time of its own, so that only the last that was told of it counts. */
    private static String name(Observation one) {
        return one.view() == View.LISTED ? "listed " + one.reference() : one.eventId();
    }

    private static String what(Observation one) {
        return one.view() == View.LISTED ? one.fields() + " " + one.shown() : "";
    }
}

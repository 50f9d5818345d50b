package io.erpsync.sync.core.decide;

import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Rules;

/** The decision: what an event does to a link under the rules. */
public final class Decider {

    private Decider() {}

    /**
     * Decides on one event. Every event ends as exactly one of command, skip, hold or dead letter,
     * which the decision's account says. A link whose phase is {@code Ready} afterwards asks to be
     * released; one that is {@code Settling} or {@code Waiting} asks to be told when its time has
     * come.
     */
    public static Decision decide(Link link, Event event, Rules rules, Directory directory) {
        return remembering(of(link, event, new Context(rules, directory)));
    }

    private static Decision of(Link link, Event event, Context context) {
        return switch (event) {
            case Event.Seen seen -> Observation.of(link, seen, context);
            case Event.Gone gone -> Observation.gone(link, gone, context);
            case Event.Released released -> Release.of(link, released.now(), context);
            case Event.Answered answered -> Answers.of(link, answered, context);
            case Event.Due due -> Requests.due(link, due.now(), context);
            case Event.ReplayAsked _ -> Requests.replay(link, context);
            case Event.SendNowAsked _ -> Requests.sendNow(link, context);
            case Event.LinkAsked asked -> Requests.link(link, asked, context);
            case Event.UnlinkAsked _ -> Requests.unlink(link);
            case Event.NumberContested contested -> Contest.begun(link, contested, context);
            case Event.NumberConceded conceded -> Contest.ended(link, conceded, context);
            case Event.Braked braked -> Braking.hold(link, braked.now());
            case Event.BrakeReleased _ -> Braking.release(link);
            case Event.BrakeDiscarded _ -> Braking.discard(link, context);
        };
    }

    /** What is remembered for the time until a record is there, or until all is done, no longer. */
    private static Decision remembering(Decision decision) {
        Link link = decision.link();
        boolean whole = link.lime().exists() && link.erp().exists();
        boolean atRest = link.phase() instanceof Phase.Idle;
        Link next = whole && link.createSince() != null ? link.createSince(null) : link;
        return decision.with(atRest && next.confirmed() ? next.confirmed(false) : next);
    }
}

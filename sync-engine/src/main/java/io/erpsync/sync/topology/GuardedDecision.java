package io.erpsync.sync.topology;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the core decide. Where that fails, a record would otherwise come again for ever and keep all
 * others waiting: its link is set aside for a person, both records to be read anew, and the rest
 * goes on.
 */
final class GuardedDecision {

    private static final Logger LOGGER = LoggerFactory.getLogger(GuardedDecision.class);

    /** The core's decision. */
    @FunctionalInterface
    interface Core {
        Decision decide(Link link, Event event, Rules rules, Directory directory);
    }

    private final Core core;

    GuardedDecision() {
        this(Decider::decide);
    }

    GuardedDecision(Core core) {
        this.core = core;
    }

    Decision of(Link link, Event event, Rules rules, Directory directory) {
        try {
            return core.decide(link, event, rules, directory);
        } catch (RuntimeException fault) {
            LOGGER.atError()
                    .addKeyValue("connection", link.connection().value())
                    .addKeyValue("linkId", link.id().value())
                    .addKeyValue("event", event.getClass().getSimpleName())
                    .setCause(fault)
                    .log("No decision was made; the link waits for a replay.");
            return setAside(link, fault);
        }
    }

    private static Decision setAside(Link link, RuntimeException fault) {
        Problem problem = new Problem(Reason.NOT_DECIDED, Side.LIME, null, fault.toString());
        Link doubting = unread(unread(link, Side.LIME), Side.ERP);
        return Decision.of(
                doubting.problem(problem).phase(new Phase.Parked(problem)),
                Account.Kind.DEAD_LETTER,
                Why.REFUSED);
    }

    private static Link unread(Link link, Side side) {
        SideState known = link.side(side);
        return known.wasSeen() ? link.side(side, known.doubting(Sighting.UNREAD)) : link;
    }
}

package io.erpsync.sync.core.decide;

import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a record that a system does not find is believed to be gone. A read may show a moment of the
 * past, at most the settle time ago, so a record that was saved since is looked for again.
 */
final class Absence {

    private Absence() {}

    /** From when on an absence is believed; null when it is at {@code now}. */
    static @Nullable Instant surelyFrom(Link link, Side side, Instant now, Context context) {
        Sighting seen = link.side(side).seen();
        if (seen == null) {
            return null;
        }
        Instant sure = seen.asOf().plus(context.rules().erp().settleTime());
        return now.isBefore(sure) ? sure : null;
    }

    /** The step that found nothing, to be done again when an absence is believed. */
    static Decision triedAgain(Link link, Phase.Open open, Instant sure) {
        Phase waiting =
                new Phase.Waiting(open.work(), sure, Reason.RECORD_GONE, open.attemptedSince());
        return Decision.of(link.phase(waiting), Kind.HOLD, Why.IN_DOUBT);
    }

    /** Somebody else says that the record is gone: it is read as soon as nothing is under way. */
    static Decision lookedInto(Link link, Side side) {
        Link doubting = link.side(side, link.side(side).doubting(Sighting.UNREAD));
        boolean atRest = link.phase() instanceof Phase.Idle || link.phase() instanceof Phase.Parked;
        if (!atRest) {
            return Decision.of(doubting, Kind.HOLD, Why.WAITS_FOR_RESULT);
        }
        Work look = side == Side.LIME ? new Work.ReadLime() : new Work.ReadErp();
        return Decision.of(doubting.ready(look), Kind.HOLD, Why.IN_DOUBT);
    }
}

package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.sync.core.mapping.KeptFields;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a value that the ERP's record held and left is believed to be back. A read may show a moment
 * of the past, at most the settle time ago, and the ERP tells no versions; until that time is over,
 * a user who put the value back cannot be told from an ERP that answers with what had been.
 */
final class GoingBack {

    private GoingBack() {}

    /** Whether {@code sighting} of the ERP's record may be of the past. */
    static boolean isDoubtful(Link link, Sighting sighting, Context context) {
        return surelyFrom(link, sighting, context) != null;
    }

    /** From when on {@code sighting} is believed, by the ERP's clock; null where it is now. */
    private static @Nullable Instant surelyFrom(Link link, Sighting sighting, Context context) {
        if (!context.directions().flowsBack()) {
            return null;
        }
        Instant sure = null;
        for (Sighting bygone : link.erp().bygone()) {
            Instant over = over(bygone, context);
            boolean back = isBack(bygone.fields(), link.erp().fields(), sighting.fields());
            sure = back && sighting.asOf().isBefore(over) ? over : sure;
        }
        return sure;
    }

    private static boolean isBack(Fields bygone, Fields known, Fields shown) {
        return bygone.names().stream()
                .filter(shown::has)
                .filter(name -> !shown.get(name).equals(known.get(name)))
                .anyMatch(name -> shown.get(name).equals(bygone.get(name)));
    }

    /**
     * A read of the link's own record: where it shows something to be back that is done again when
     * it can be told.
     */
    static Decision read(
            Link link,
            Phase.Open open,
            StoredRecord record,
            Event.Answered event,
            Context context) {
        Fields fields = KeptFields.of(Side.ERP, record.fields(), context.rules());
        Sighting sighting = new Sighting(fields, record.asOf());
        Instant sure = surelyFrom(link, sighting, context);
        return sure == null
                ? Answers.applied(link, open.work(), record, false, context)
                : readAgain(link, open, sighting, sure, event.now());
    }

    private static Decision readAgain(
            Link link, Phase.Open open, Sighting sighting, Instant sure, Instant now) {
        // The ERP's clock may be another than ours, so only the time between the two counts.
        Instant until = now.plus(Duration.between(sighting.asOf(), sure));
        Phase waiting =
                new Phase.Waiting(open.work(), until, Reason.PERHAPS_STALE, open.attemptedSince());
        Link doubting = link.erp(link.erp().doubting(sighting));
        return Decision.of(doubting.phase(waiting), Kind.HOLD, Why.IN_DOUBT);
    }

    /** {@code saw}, which has followed {@code known}, with what its fields have left by that. */
    static SideState remembered(SideState known, SideState saw, Context context) {
        Sighting before = known.seen();
        Sighting now = saw.seen();
        boolean same = Objects.equals(known.reference(), saw.reference());
        if (!same || before == null || now == null) {
            return saw.leaving(List.of());
        }
        List<Sighting> bygone = new ArrayList<>(known.bygone());
        bygone.removeIf(earlier -> !now.asOf().isBefore(over(earlier, context)));
        if (!before.fields().equals(now.fields()) && context.directions().flowsBack()) {
            bygone.add(new Sighting(left(before.fields(), now.fields()), now.asOf()));
        }
        return saw.leaving(bygone);
    }

    /** What of {@code before} is another value now. */
    private static Fields left(Fields before, Fields now) {
        Set<String> changed = new HashSet<>(before.names());
        changed.removeIf(name -> before.get(name).equals(now.get(name)));
        return before.only(changed);
    }

    /** When a read shows what was at {@code sighting}, or something later. */
    private static Instant over(Sighting sighting, Context context) {
        return sighting.asOf().plus(context.rules().erp().settleTime());
    }
}

package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.mapping.Canonical;
import io.erpsync.sync.core.model.Account.Kind;
import io.erpsync.sync.core.model.Candidate;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Why;
import io.erpsync.sync.core.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Records that are there already and may be the one that is to be created. */
final class Matches {

    private static final Duration CARD_AT_WORK = Duration.ofSeconds(5);

    private Matches() {}

    /** The records on {@code side} with the registration number of that record of the other. */
    static List<Candidate> on(Side side, Fields record, LinkId link, Context context) {
        MappingEntry entry = context.rules().object().registration();
        String field = side == Side.ERP ? entry.lime() : entry.erp();
        String wanted = field == null ? "" : Canonical.registration(record.get(field));
        if (wanted.isEmpty()) {
            return List.of();
        }
        return context.directory().byRegistration(side, wanted).stream()
                .filter(candidate -> candidate.owner() == null || candidate.owner().equals(link))
                .toList();
    }

    /** The card becomes the link's own; it is read before anything is decided on it. */
    static Decision take(Link link, Candidate card, Instant now) {
        if (card.busy()) {
            Phase waiting =
                    new Phase.Waiting(
                            new Work.CreateInLime(),
                            now.plus(CARD_AT_WORK),
                            Reason.AMBIGUOUS_MATCH,
                            null);
            return Decision.of(link.phase(waiting), Kind.HOLD, Why.WAITS_FOR_RESULT);
        }
        Link matched = link.lime(SideState.claimedAs(card.reference())).problem(null);
        return Decision.of(matched.ready(new Work.ReadLime()), Kind.HOLD, Why.MATCHED);
    }

    static Problem problem(Side side, List<Candidate> candidates) {
        Reason reason = candidates.size() == 1 ? Reason.POSSIBLE_DUPLICATE : Reason.AMBIGUOUS_MATCH;
        String named =
                candidates.stream()
                        .map(candidate -> candidate.number() + " " + candidate.name())
                        .collect(Collectors.joining(", "));
        return new Problem(reason, side, null, named);
    }
}

package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.mapping.Canonical;
import io.erpsync.sync.core.model.Candidate;
import io.erpsync.sync.core.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Records that are there already and may be the one that is to be created. */
final class Matches {

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

    static Problem problem(Side side, List<Candidate> candidates) {
        Reason reason = candidates.size() == 1 ? Reason.POSSIBLE_DUPLICATE : Reason.AMBIGUOUS_MATCH;
        String named =
                candidates.stream()
                        .map(candidate -> candidate.number() + " " + candidate.name())
                        .collect(Collectors.joining(", "));
        return new Problem(reason, side, null, named);
    }
}

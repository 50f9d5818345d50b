package io.erpsync.sync.translate;

import io.erpsync.model.RecordReference;
import io.erpsync.schemas.message.LinkState;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.model.Work;
import io.erpsync.sync.core.text.CardText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The public read model of a link, to Avro. */
public final class LinkTranslator {

    private LinkTranslator() {}

    public static LinkState state(Link link, Rules rules, Instant now) {
        Problem problem = link.problem();
        return LinkState.newBuilder()
                .setLinkId(link.id().value())
                .setConnection(link.connection().value())
                .setObjectType(link.type().word())
                .setLime(reference(link.lime().reference()))
                .setErp(reference(link.erp().reference()))
                .setNumber(number(link, rules))
                .setTechnicalId(link.erp().technicalId())
                .setStatus(status(link, rules))
                .setPhase(phase(link.phase()))
                .setReason(problem == null ? why(link.phase()) : problem.reason().name())
                .setText(problem == null ? null : CardText.of(problem, link.id(), rules))
                .setChangedAt(now)
                .build();
    }

    /**
     * What must differ for a link to be published again: status, number, reason, and whether it is
     * at rest.
     */
    public static String digest(LinkState state) {
        return String.join(
                "|",
                state.getStatus(),
                String.valueOf(state.getNumber()),
                String.valueOf(state.getReason()),
                state.getPhase(),
                String.valueOf(state.getLime()),
                String.valueOf(state.getErp()));
    }

    public static String status(Link link, Rules rules) {
        return LimeStatus.of(link.lime().get(rules.object().lime().status())).key();
    }

    private static @Nullable String number(Link link, Rules rules) {
        String seen = link.erp().get(rules.object().erpNumber()).shown();
        if (!seen.isEmpty()) {
            return seen;
        }
        RecordReference erp = link.erp().reference();
        return erp == null ? null : erp.id();
    }

    private static @Nullable Reference reference(@Nullable RecordReference reference) {
        return reference == null ? null : AvroValues.toAvro(reference);
    }

    /** What is waited for, or why the link is closed. */
    private static @Nullable String why(Phase phase) {
        return switch (phase) {
            case Phase.Waiting waiting -> waiting.reason().name();
            case Phase.Closed(Phase.Ending ending) -> ending.name();
            case Phase.Idle _, Phase.Ready _, Phase.Open _, Phase.Settling _, Phase.Parked _ ->
                    null;
        };
    }

    private static String phase(Phase phase) {
        return switch (phase) {
            case Phase.Idle _ -> "idle";
            case Phase.Ready _ -> "ready";
            case Phase.Open(Work work, _, _) -> doing(work);
            case Phase.Settling _ -> "settling";
            case Phase.Waiting _ -> "held";
            case Phase.Parked _ -> "parked";
            case Phase.Closed _ -> "closed";
        };
    }

    private static String doing(Work work) {
        return switch (work) {
            case Work.Ask _, Work.TakeIn _, Work.Flag _ -> "asking";
            case Work.LookInErp _, Work.ReadErp _, Work.ReadLime _ -> "reading";
            case Work.CreateInErp _, Work.UpdateInErp _, Work.WriteToLime _, Work.CreateInLime _ ->
                    "writing";
            case Work.Answer _, Work.Note _, Work.RestoreNumber _ -> "answering";
        };
    }
}

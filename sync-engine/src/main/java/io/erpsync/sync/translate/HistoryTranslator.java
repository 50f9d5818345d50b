package io.erpsync.sync.translate;

import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.schemas.message.Decision;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.message.LostValue;
import io.erpsync.schemas.message.Reference;
import io.erpsync.schemas.value.AvroValues;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Rules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions, to Avro. */
public final class HistoryTranslator {

    private HistoryTranslator() {}

    /** Where a decision came from and what it belongs to. */
    public record Origin(String event, String source, String correlation, String causation) {}

    public static HistoryEntry entry(
            Link before,
            Link after,
            Account account,
            @Nullable Order order,
            Rules rules,
            Origin origin,
            Instant now) {
        return HistoryEntry.newBuilder()
                .setConnection(after.connection().value())
                .setLinkId(after.id().value())
                .setReference(reference(after))
                .setEvent(origin.event())
                .setSource(origin.source())
                .setDecision(Decision.valueOf(account.kind().name()))
                .setReason(account.why().name())
                .setCommandIds(order == null ? List.of() : List.of(order.command().value()))
                .setStatusBefore(LinkTranslator.status(before, rules))
                .setStatusAfter(LinkTranslator.status(after, rules))
                .setLost(account.lost().stream().map(HistoryTranslator::lost).toList())
                .setRulesVersion(rules.connection().rulesVersion())
                .setCorrelationId(origin.correlation())
                .setCausationId(origin.causation())
                .setAt(now)
                .build();
    }

    /** What people know the link by: its card, or its ERP record while there is none. */
    private static @Nullable Reference reference(Link link) {
        RecordReference card = link.lime().reference();
        RecordReference known = card == null ? link.erp().reference() : card;
        return known == null ? null : AvroValues.toAvro(known);
    }

    private static LostValue lost(Account.Lost lost) {
        return LostValue.newBuilder()
                .setSide(lost.side() == Side.LIME ? "lime" : "erp")
                .setField(lost.field())
                .setValue(AvroValues.toAvro(lost.value()))
                .build();
    }
}

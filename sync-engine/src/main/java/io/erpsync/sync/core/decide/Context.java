package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.mapping.MappedFields;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Rules;
import io.erpsync.sync.core.model.SideState;

/**
 * The rules and the directory of one decision, and the questions that are asked of them everywhere.
 */
record Context(Rules rules, Directory directory) {

    LimeProperties own() {
        return rules.object().lime();
    }

    Directions directions() {
        return rules.object().directions();
    }

    LimeStatus status(Fields lime) {
        return LimeStatus.of(lime.get(own().status()));
    }

    LimeStatus status(Link link) {
        return status(link.lime().fields());
    }

    /** The number that stands on the Lime card; empty when there is none. */
    String numberOnCard(Fields lime) {
        return lime.get(own().number()).shown().strip();
    }

    /** The number of the link's ERP record. */
    String number(SideState erp) {
        String seen = erp.get(rules.object().erpNumber()).shown();
        RecordReference reference = erp.reference();
        return seen.isEmpty() && reference != null ? reference.id() : seen;
    }

    RecordReference erpReference(String number) {
        return new RecordReference(
                rules.connection().erpSystem(), rules.object().erpType(), number);
    }

    RecordReference limeReference(String id) {
        return new RecordReference(SystemName.LIME, rules.object().limeType(), id);
    }

    Fields mapped(Side side, Fields record) {
        return MappedFields.of(side, record, rules);
    }

    /** What of a card is remembered as refused: an edit of any of it is worth another try. */
    Fields tried(Fields lime) {
        return mapped(Side.LIME, lime).with(own().number(), lime.get(own().number()));
    }

    boolean meets(Side side, Fields record) {
        var conditions = side == Side.LIME ? rules.object().whereLime() : rules.object().whereErp();
        return conditions.entrySet().stream()
                .allMatch(entry -> record.get(entry.getKey()).shown().equals(entry.getValue()));
    }
}

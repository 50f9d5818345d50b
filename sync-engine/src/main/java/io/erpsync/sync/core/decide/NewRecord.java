package io.erpsync.sync.core.decide;

import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.model.Value;
import io.erpsync.sync.core.mapping.Converted;
import io.erpsync.sync.core.mapping.FieldMapping;
import io.erpsync.sync.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record that is to be created on one side from the record of the other.
 *
 * @param problem why it cannot be created; null when it can
 */
record NewRecord(Fields fields, @Nullable Problem problem) {

    static NewRecord inErp(Fields lime, Context context) {
        Fields fields = Fields.NONE;
        for (MappingEntry entry : context.rules().object().mapping()) {
            switch (FieldMapping.toErp(entry, lime, context.rules())) {
                case Converted.Fits(Value value) -> {
                    if (!value.isEmpty()) {
                        fields = fields.with(entry.erp(), value);
                    }
                }
                case Converted.Misfit(Problem problem) -> {
                    return new NewRecord(fields, problem);
                }
            }
        }
        return new NewRecord(fields, missing(fields, context.rules().erpFields(), Side.ERP));
    }

    static NewRecord inLime(Fields erp, Context context) {
        Fields fields = Fields.NONE;
        for (MappingEntry entry : context.rules().object().mapping()) {
            if (!FieldMapping.goesBack(entry)) {
                continue;
            }
            switch (FieldMapping.toLime(entry, erp.get(entry.erp()), context.rules())) {
                case Converted.Fits(Value value) -> {
                    String property = entry.lime();
                    if (!value.isEmpty() && property != null) {
                        fields = fields.with(property, value);
                    }
                }
                case Converted.Misfit(Problem problem) -> {
                    return new NewRecord(fields, problem);
                }
            }
        }
        return new NewRecord(fields, missing(fields, context.rules().limeFields(), Side.LIME));
    }

    private static @Nullable Problem missing(
            Fields fields, @Nullable FieldCatalogue catalogue, Side side) {
        if (catalogue == null) {
            return null;
        }
        return catalogue.fields().values().stream()
                .filter(FieldDefinition::required)
                .filter(FieldDefinition::writable)
                .filter(definition -> fields.get(definition.name()).isEmpty())
                .findFirst()
                .map(
                        definition ->
                                new Problem(Reason.REQUIRED_MISSING, side, definition.name(), ""))
                .orElse(null);
    }
}

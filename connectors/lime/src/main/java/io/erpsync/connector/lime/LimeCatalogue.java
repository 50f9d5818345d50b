package io.erpsync.connector.lime;

import io.erpsync.connector.Answer;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import java.util.ArrayList;
import java.util.List;

/** Says which fields a limetype has, as Lime's metadata tell at the moment. */
final class LimeCatalogue {

    private final LimeMetadata metadata;

    LimeCatalogue(LimeMetadata metadata) {
        this.metadata = metadata;
    }

    /**
     * The type's own properties, the texts beside its options, what Lime keeps of every record, and
     * the fields of related records as paths; only the first can be written.
     */
    Answer<FieldCatalogue> of(String name) {
        return switch (metadata.fresh(name, Urgency.BACKGROUND)) {
            case Answer.Failed<LimeType>(var reason, var retryAfter, var words) ->
                    new Answer.Failed<>(reason, retryAfter, words);
            case Answer.Got<LimeType>(LimeType type) ->
                    new Answer.Got<>(
                            FieldCatalogue.of(SystemName.LIME, type.name(), definitions(type)));
        };
    }

    private List<FieldDefinition> definitions(LimeType type) {
        List<FieldDefinition> all = new ArrayList<>(ownFields(type, "", true));
        LimeRecords.SYSTEM_PROPERTIES
                .values()
                .forEach(property -> all.add(definition(property, "", false)));
        for (LimeType.Property property : type.properties().values()) {
            if (property.kind() != LimeType.Kind.RELATION) {
                continue;
            }
            // A type that this key may not see offers no paths; the relation itself stays.
            if (metadata.type(LimeMetadata.relatedType(type, property.name()), Urgency.BACKGROUND)
                    instanceof Answer.Got<LimeType>(LimeType related)) {
                all.addAll(ownFields(related, property.name() + ".", false));
            }
        }
        return all;
    }

    private static List<FieldDefinition> ownFields(LimeType type, String prefix, boolean writable) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (LimeType.Property property : type.properties().values()) {
            if (property.kind() == LimeType.Kind.TAB) {
                continue;
            }
            fields.add(definition(property, prefix, writable && isWritable(property)));
            if (property.kind() == LimeType.Kind.OPTION) {
                fields.add(optionText(property, prefix));
            }
        }
        return fields;
    }

    private static FieldDefinition definition(
            LimeType.Property property, String prefix, boolean writable) {
        List<String> keys =
                property.options().stream()
                        .filter(option -> !option.inactive())
                        .map(LimeType.Option::key)
                        .toList();
        return new FieldDefinition(
                prefix + property.name(),
                property.localName(),
                kind(property.kind()),
                property.length(),
                writable,
                writable && property.required(),
                keys);
    }

    private static FieldDefinition optionText(LimeType.Property property, String prefix) {
        return new FieldDefinition(
                prefix + property.name() + ".text",
                property.localName(),
                FieldDefinition.Kind.TEXT,
                null,
                false,
                false,
                List.of());
    }

    private static boolean isWritable(LimeType.Property property) {
        return switch (property.kind()) {
            case TEXT, WHOLE, DECIMAL, YESNO, OPTION, TIME, RELATION ->
                    !property.name().startsWith("_");
            case SET, ID, TAB, OTHER -> false;
        };
    }

    private static FieldDefinition.Kind kind(LimeType.Kind kind) {
        return switch (kind) {
            case TEXT -> FieldDefinition.Kind.TEXT;
            case WHOLE -> FieldDefinition.Kind.WHOLE;
            case DECIMAL -> FieldDefinition.Kind.DECIMAL;
            case YESNO -> FieldDefinition.Kind.BOOLEAN;
            case OPTION -> FieldDefinition.Kind.OPTION;
            case TIME -> FieldDefinition.Kind.MOMENT;
            case RELATION -> FieldDefinition.Kind.RELATION;
            case SET, ID, TAB, OTHER -> FieldDefinition.Kind.OTHER;
        };
    }
}

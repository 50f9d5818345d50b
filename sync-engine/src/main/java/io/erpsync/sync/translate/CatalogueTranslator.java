package io.erpsync.sync.translate;

import io.erpsync.model.Capabilities;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Catalogue;
import io.erpsync.schemas.message.FieldEntry;
import io.erpsync.schemas.message.FieldKind;
import io.erpsync.sync.store.SystemEntry;
import java.time.Duration;

/** What a system says of itself, from Avro. */
public final class CatalogueTranslator {

    private CatalogueTranslator() {}

    /**
     * The catalogue; throws {@link IllegalArgumentException} for what this version cannot
     * understand.
     */
    public static ReadCatalogue catalogue(Catalogue catalogue) {
        boolean lime = catalogue.getSystem().equals(SystemName.LIME.value());
        return new ReadCatalogue(
                new ConnectionName(catalogue.getConnection()),
                lime ? Side.LIME : Side.ERP,
                entry(catalogue));
    }

    private static SystemEntry entry(Catalogue catalogue) {
        FieldCatalogue fields =
                FieldCatalogue.of(
                        new SystemName(catalogue.getSystem()),
                        catalogue.getType(),
                        catalogue.getFields().stream().map(CatalogueTranslator::field).toList());
        Capabilities capabilities =
                new Capabilities(
                        catalogue.getEmptyClears() ? Clearing.EMPTIES : Clearing.IGNORED,
                        catalogue.getStoresLinkId(),
                        Duration.ofMillis(catalogue.getSettleMillis()),
                        false,
                        catalogue.getRequestsPerSecond());
        return new SystemEntry(fields, capabilities);
    }

    private static FieldDefinition field(FieldEntry entry) {
        return new FieldDefinition(
                entry.getName(),
                entry.getLocalName(),
                kind(entry.getKind()),
                entry.getLength(),
                entry.getWritable(),
                entry.getRequired(),
                entry.getOptions());
    }

    private static FieldDefinition.Kind kind(FieldKind kind) {
        return kind == FieldKind.UNRECOGNISED
                ? FieldDefinition.Kind.OTHER
                : FieldDefinition.Kind.valueOf(kind.name());
    }
}

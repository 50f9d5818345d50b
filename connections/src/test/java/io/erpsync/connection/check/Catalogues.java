package io.erpsync.connection.check;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.FieldDefinition.Kind;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields and rules by name. */
final class Catalogues {

    static final MappingEntry NAME = MappingEntry.of("name", "Name");
    static final MappingEntry REGISTRATION =
            MappingEntry.of("registrationno", "OrganisationNumber");

    private static final SystemName FORTNOX = new SystemName("fortnox");

    private Catalogues() {}

    static FieldCatalogue lime(FieldDefinition... others) {
        List<FieldDefinition> fields =
                new ArrayList<>(
                        List.of(
                                required(text("name", 100)),
                                text("registrationno", 30),
                                text("phone", 64),
                                text("erp_id", 16),
                                option(
                                        "erp_status",
                                        "empty",
                                        "readyforfirstsync",
                                        "updatesmade",
                                        "inprocess",
                                        "synced",
                                        "error"),
                                text("erp_errormessage", 512),
                                field("erp_firstsynced", Kind.MOMENT),
                                field("erp_lastsynced", Kind.MOMENT)));
        return over(SystemName.LIME, "company", fields, others);
    }

    static FieldCatalogue erp(FieldDefinition... others) {
        List<FieldDefinition> fields =
                new ArrayList<>(
                        List.of(
                                readOnly(text("CustomerNumber", 1024)),
                                required(text("Name", 1024)),
                                text("OrganisationNumber", 30),
                                text("Phone1", 1024),
                                option("Type", "PRIVATE", "COMPANY"),
                                text("ExternalReference", 1024)));
        return over(FORTNOX, "customer", fields, others);
    }

    /** Those fields, with one of the same name taking the place of the given one. */
    private static FieldCatalogue over(
            SystemName system,
            String type,
            List<FieldDefinition> fields,
            FieldDefinition[] others) {
        fields.addAll(List.of(others));
        return FieldCatalogue.of(system, type, fields);
    }

    static FieldCatalogue without(FieldCatalogue catalogue, String name) {
        return FieldCatalogue.of(
                catalogue.system(),
                catalogue.type(),
                catalogue.fields().values().stream()
                        .filter(field -> !field.name().equals(name))
                        .toList());
    }

    static FieldDefinition text(String name, @Nullable Integer length) {
        return new FieldDefinition(name, name, Kind.TEXT, length, true, false, List.of());
    }

    static FieldDefinition field(String name, Kind kind) {
        return new FieldDefinition(name, name, kind, null, true, false, List.of());
    }

    static FieldDefinition option(String name, String... options) {
        return new FieldDefinition(name, name, Kind.OPTION, null, true, false, List.of(options));
    }

    static FieldDefinition readOnly(FieldDefinition field) {
        return new FieldDefinition(
                field.name(),
                field.localName(),
                field.kind(),
                field.length(),
                false,
                false,
                field.options());
    }

    static FieldDefinition required(FieldDefinition field) {
        return new FieldDefinition(
                field.name(),
                field.localName(),
                field.kind(),
                field.length(),
                true,
                true,
                field.options());
    }

    /** Standard directions over name, registration number and the given entries, all watched. */
    static ObjectRules rules(MappingEntry... others) {
        return rules(NamedDirections.STANDARD.directions(), others);
    }

    static ObjectRules rules(Directions directions, MappingEntry... others) {
        List<MappingEntry> mapping = new ArrayList<>(List.of(NAME, REGISTRATION));
        mapping.addAll(List.of(others));
        return rules(directions, mapping, Set.of("name", "registrationno"), Map.of());
    }

    static ObjectRules rules(
            Directions directions,
            List<MappingEntry> mapping,
            Set<String> watched,
            Map<String, String> whereErp) {
        return new ObjectRules(
                "company",
                "customer",
                "CustomerNumber",
                REGISTRATION,
                NAME,
                directions,
                watched,
                mapping,
                Matching.REPORT,
                Side.LIME,
                true,
                true,
                WhenDeleted.KEEP,
                LimeProperties.DEFAULT,
                Map.of(),
                whereErp);
    }
}

package io.erpsync.sync.core;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Language;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.FieldDefinition.Kind;
import io.erpsync.model.Fields;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The examples that the tests speak of by name. */
public final class Fixtures {

    public static final SystemName ERP = new SystemName("fortnox");

    public static final MappingEntry NAME = MappingEntry.of("name", "Name");
    public static final MappingEntry CITY = MappingEntry.of("city", "City");
    public static final MappingEntry PHONE = MappingEntry.of("phone", "Phone");
    public static final MappingEntry REGISTRATION =
            MappingEntry.of("registrationno", "OrganisationNumber");
    public static final List<MappingEntry> MAPPING = List.of(NAME, CITY, PHONE, REGISTRATION);

    public static final Directions BOTH_WAYS =
            new Directions(Set.of(Side.LIME, Side.ERP), Set.of(Side.LIME, Side.ERP));

    private Fixtures() {}

    public static Sketch standard() {
        return Sketch.of(NamedDirections.STANDARD.directions());
    }

    public static Sketch createdInLimeKeptByErp() {
        return Sketch.of(NamedDirections.CREATED_IN_LIME_KEPT_BY_ERP.directions());
    }

    public static Sketch createdInBothKeptByErp() {
        return Sketch.of(NamedDirections.CREATED_IN_BOTH_KEPT_BY_ERP.directions());
    }

    public static Sketch erpOnly() {
        return Sketch.of(NamedDirections.ERP_ONLY.directions());
    }

    public static Sketch bothWays() {
        return Sketch.of(BOTH_WAYS);
    }

    /** The matrices that have a name in configuration, and the one that is open both ways. */
    public static List<Sketch> namedMatrices() {
        return List.of(
                standard(),
                createdInLimeKeptByErp(),
                createdInBothKeptByErp(),
                erpOnly(),
                bothWays());
    }

    /** All sixteen settings of the direction matrix. */
    public static List<Sketch> everyMatrix() {
        List<Set<Side>> choices =
                List.of(Set.of(), Set.of(Side.LIME), Set.of(Side.ERP), Set.of(Side.LIME, Side.ERP));
        List<Sketch> all = new ArrayList<>();
        for (Set<Side> create : choices) {
            for (Set<Side> update : choices) {
                all.add(Sketch.of(new Directions(create, update)));
            }
        }
        return all;
    }

    /** The matrix as a short word, such as {@code create LE update L-}. */
    public static String word(Directions directions) {
        return "create "
                + letters(directions.createFrom())
                + " update "
                + letters(directions.updateFrom());
    }

    private static String letters(Set<Side> sides) {
        return (sides.contains(Side.LIME) ? "L" : "-") + (sides.contains(Side.ERP) ? "E" : "-");
    }

    /** A company that is filled in and has no registration number. */
    public static Fields bakery() {
        return fields("name", "Bakery", "city", "Umea");
    }

    public static Fields foundry() {
        return fields("name", "Foundry", "city", "Lund", "registrationno", "556677-8899");
    }

    /** The same company as {@link #foundry()}, as the ERP's users wrote it. */
    public static Fields foundryInErp() {
        return fields("Name", "Foundry Ltd", "City", "LUND", "OrganisationNumber", "5566778899");
    }

    public static Fields shopInErp() {
        return fields("Name", "Shop", "City", "OSLO");
    }

    public static Fields fields(String... namesAndValues) {
        Fields fields = Fields.NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields = fields.with(namesAndValues[i], Value.text(namesAndValues[i + 1]));
        }
        return fields;
    }

    /** {@code sketch} with both systems' own words on their fields, names at most 20 long. */
    public static Sketch withCatalogues(Sketch sketch, Language language) {
        return sketch.knowing(
                FieldCatalogue.of(
                        SystemName.LIME,
                        "company",
                        List.of(
                                text("name", "Företagsnamn", 30, true),
                                text("city", "Ort", null, false),
                                text("phone", "Telefon", null, false),
                                text("erp_errormessage", "Felmeddelande", 120, false))),
                FieldCatalogue.of(
                        ERP,
                        "customer",
                        List.of(
                                text("Name", "Namn", 20, true),
                                text("City", "Ort", null, false),
                                text("Phone", "Telefon", null, false))),
                language);
    }

    private static FieldDefinition text(
            String name, String local, @Nullable Integer length, boolean required) {
        return new FieldDefinition(name, local, Kind.TEXT, length, true, required, List.of());
    }
}

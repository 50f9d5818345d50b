package io.erpsync.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.cli.text.Ink;
import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.FieldDefinition.Kind;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MappingLinesTest {

    private static final Directions FROM_LIME =
            new Directions(Set.of(Side.LIME), Set.of(Side.LIME));
    private static final Directions BOTH =
            new Directions(Set.of(Side.LIME, Side.ERP), Set.of(Side.LIME));

    @Test
    void givesALineToEverythingThatTheRulesName() {
        assertThat(lines(FROM_LIME, MappingEntry.of("name", "Name")))
                .containsExactly(
                        "✔ customer property   erp_id",
                        "✔ customer property   erp_status (readyforfirstsync, updatesmade, inprocess,"
                                + " synced, error)",
                        "✔ customer property   erp_errormessage",
                        "✔ customer property   erp_firstsynced",
                        "✔ customer property   erp_lastsynced",
                        "✔ customer mapping    name – Name",
                        "✔ customer watched    name",
                        "✔ customer required   fortnox: Name, filled");
    }

    @Test
    void tellsFixedValuesAndTablesAsWhatTheyAre() {
        MappingEntry fixed =
                new MappingEntry(null, "Terms", "30", MappingEntry.When.CREATE, null, Map.of());
        MappingEntry table =
                new MappingEntry(
                        "grade",
                        "Grade",
                        null,
                        MappingEntry.When.CREATE,
                        null,
                        Map.of("a", "1", "b", "2"));

        assertThat(lines(FROM_LIME, MappingEntry.of("name", "Name"), fixed, table))
                .contains(
                        "✔ customer mapping    \"30\" → Terms",
                        "✔ customer mapping    grade – Grade, by a table of 2 values");
    }

    @Test
    void putsAFaultAtTheEntryThatHasIt() {
        List<String> lines =
                lines(FROM_LIME, MappingEntry.of("name", "Name"), MappingEntry.of("nme", "Terms"));

        assertThat(lines)
                .contains("✔ customer mapping    name – Name")
                .anyMatch(
                        line ->
                                line.startsWith("✘ customer mapping    mapping.Terms.lime 'nme'")
                                        && line.contains(" → "))
                .noneMatch(line -> line.contains("nme – Terms"));
    }

    @Test
    void tellsANoteOnTheLineOfItsEntry() {
        assertThat(
                        lines(
                                FROM_LIME,
                                MappingEntry.of("name", "Name"),
                                MappingEntry.of("phone", "Phone1")))
                .anyMatch(
                        line ->
                                line.startsWith("· customer mapping    phone – Phone1: ")
                                        && line.contains("mapped and not watched")
                                        && line.contains(" → Add it to 'properties-synced'"));
    }

    @Test
    void namesWhatIsRequiredAndNotFilled() {
        assertThat(lines(BOTH, MappingEntry.of("phone", "Phone1")))
                .anyMatch(line -> line.startsWith("✘ customer required   mapping 'Name'"))
                .anyMatch(line -> line.startsWith("✘ customer required   mapping 'name'"))
                .noneMatch(line -> line.contains("filled → "));
    }

    @Test
    void namesWhatIsRequiredOnBothSidesWhereBothAreCreated() {
        assertThat(lines(BOTH, MappingEntry.of("name", "Name")))
                .contains("✔ customer required   fortnox: Name, filled; lime: name, filled");
        assertThat(
                        lines(
                                new Directions(Set.of(), Set.of(Side.LIME)),
                                MappingEntry.of("name", "Name")))
                .contains("✔ customer required   nothing is created on either side");
    }

    @Test
    void losesNoFindingThatHasNoLineOfItsOwn() {
        FieldCatalogue without =
                FieldCatalogue.of(
                        new SystemName("fortnox"),
                        "customer",
                        List.of(text("Name", true), text("Phone1", false)));

        List<CheckLine> lines =
                new MappingLines(
                                ObjectType.CUSTOMER,
                                RulesExample.with(
                                        FROM_LIME, List.of(MappingEntry.of("name", "Name"))),
                                lime(),
                                without)
                        .all();

        assertThat(lines)
                .filteredOn(line -> line.mark() == CheckLine.Mark.FAULT)
                .extracting(CheckLine::subject, CheckLine::found)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "customer rules",
                                "number 'CustomerNumber' is no field of customer in fortnox"));
    }

    private static List<String> lines(Directions directions, MappingEntry... entries) {
        return new MappingLines(
                        ObjectType.CUSTOMER,
                        RulesExample.with(directions, List.of(entries)),
                        lime(),
                        erp())
                .all().stream().map(line -> line.sentence(Ink.NONE)).toList();
    }

    private static FieldCatalogue lime() {
        List<FieldDefinition> fields =
                new ArrayList<>(
                        List.of(
                                text("name", true),
                                text("phone", false),
                                text("grade", false),
                                text("erp_id", false),
                                text("erp_errormessage", false),
                                field("erp_firstsynced", Kind.MOMENT, List.of()),
                                field("erp_lastsynced", Kind.MOMENT, List.of())));
        fields.add(
                field(
                        "erp_status",
                        Kind.OPTION,
                        List.of(
                                "",
                                "readyforfirstsync",
                                "updatesmade",
                                "inprocess",
                                "synced",
                                "error")));
        return FieldCatalogue.of(SystemName.LIME, "company", fields);
    }

    private static FieldCatalogue erp() {
        return FieldCatalogue.of(
                new SystemName("fortnox"),
                "customer",
                List.of(
                        text("Name", true),
                        text("Phone1", false),
                        text("Terms", false),
                        text("Grade", false),
                        text("CustomerNumber", false)));
    }

    private static FieldDefinition text(String name, boolean required) {
        return new FieldDefinition(name, name, Kind.TEXT, 100, true, required, List.of());
    }

    private static FieldDefinition field(String name, Kind kind, List<String> options) {
        return new FieldDefinition(name, name, kind, null, true, false, options);
    }
}

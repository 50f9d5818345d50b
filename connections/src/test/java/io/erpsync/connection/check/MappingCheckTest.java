package io.erpsync.connection.check;

import static io.erpsync.connection.check.Catalogues.erp;
import static io.erpsync.connection.check.Catalogues.field;
import static io.erpsync.connection.check.Catalogues.lime;
import static io.erpsync.connection.check.Catalogues.option;
import static io.erpsync.connection.check.Catalogues.readOnly;
import static io.erpsync.connection.check.Catalogues.rules;
import static io.erpsync.connection.check.Catalogues.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition.Kind;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCheckTest {

    private static final Directions BOTH =
            new Directions(Set.of(Side.LIME, Side.ERP), Set.of(Side.LIME, Side.ERP));
    private static final MappingEntry PHONE = MappingEntry.of("phone", "Phone1");

    @Test
    void findsNothingInAMappingThatFits() {
        assertThat(check(rules(), lime(), erp())).isEmpty();
    }

    @Test
    void namesConnectionKeyAndValueAndSaysWhatToDo() {
        List<MappingFault> found = check(rules(MappingEntry.of("name2", "phone1")), lime(), erp());

        assertThat(found.getFirst().sentence(new ConnectionName("acme"), ObjectType.CUSTOMER))
                .isEqualTo(
                        "connection acme: 'objects.customer.mapping.phone1.erp' is 'phone1': is no"
                                + " field of customer in fortnox. Did you mean 'Phone1'?");
    }

    @Test
    void refusesAPropertyThatLimeDoesNotHave() {
        assertThat(check(rules(MappingEntry.of("fone", "Phone1")), lime(), erp()))
                .extracting(MappingFault::severity, MappingFault::key, MappingFault::value)
                .contains(tuple(Severity.FAULT, "mapping.Phone1.lime", "fone"));
    }

    @Test
    void acceptsAPathOverARelationAndAnOptionsText() {
        FieldCatalogue lime = lime(field("coworker", Kind.RELATION), option("status", "a"));

        assertThat(
                        check(
                                rules(
                                        MappingEntry.of("coworker.email", "Phone1"),
                                        MappingEntry.of("status.text", "Note")),
                                lime,
                                erp(text("Note", 50))))
                .noneMatch(fault -> fault.severity() == Severity.FAULT);
    }

    @Test
    void refusesARelationItself() {
        List<MappingFault> found =
                check(
                        rules(MappingEntry.of("coworker", "Phone1")),
                        lime(field("coworker", Kind.RELATION)),
                        erp());

        assertThat(fault(found, "mapping.Phone1.lime").remedy()).contains("coworker.name");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, TEXT,",
        "WHOLE, TEXT,",
        "OPTION, TEXT,",
        "WHOLE, DECIMAL,",
        "DAY, MOMENT,",
        "MOMENT, DAY,",
        "DECIMAL, WHOLE, WARNING",
        "TEXT, WHOLE, WARNING",
        "TEXT, OPTION, WARNING",
        "OTHER, TEXT, WARNING",
        "BOOLEAN, WHOLE, FAULT",
        "DAY, DECIMAL, FAULT",
        "WHOLE, DAY, FAULT",
        "TEXT, RELATION, FAULT"
    })
    void weighsWhetherOneKindFitsTheOther(Kind from, Kind to, @Nullable Severity expected) {
        List<MappingFault> found =
                check(
                        rules(MappingEntry.of("from", "To")),
                        lime(field("from", from)),
                        erp(field("To", to)));

        List<Severity> weights =
                found.stream()
                        .filter(fault -> fault.severity() != Severity.NOTE)
                        .map(MappingFault::severity)
                        .toList();
        assertThat(weights).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void warnsOfATextThatMayBeTooLongForTheErp() {
        List<MappingFault> found =
                check(rules(MappingEntry.of("phone", "Zip")), lime(), erp(text("Zip", 10)));

        assertThat(fault(found, "mapping.Zip.lime"))
                .returns(Severity.WARNING, MappingFault::severity)
                .returns("takes 64 characters and 'Zip' only 10 characters", MappingFault::message);
    }

    @Test
    void onlyNotesThatTheErpTakesLongerTextsThanLime() {
        List<MappingFault> found = check(rules(BOTH, PHONE), lime(), erp());

        assertThat(fault(found, "mapping.Phone1.erp").severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void refusesToWriteWhatCannotBeWritten() {
        FieldCatalogue closedErp = erp(readOnly(text("Country", 50)));
        FieldCatalogue closedLime = lime(readOnly(text("computed", 50)));
        MappingEntry toErp = MappingEntry.of("phone", "Country");
        MappingEntry toLime = MappingEntry.of("computed", "Phone1");

        assertThat(fault(check(rules(toErp), lime(), closedErp), "mapping.Country.erp").severity())
                .isEqualTo(Severity.FAULT);
        assertThat(fault(check(rules(BOTH, toLime), closedLime, erp()), "mapping.Phone1.lime"))
                .returns(Severity.FAULT, MappingFault::severity)
                .satisfies(fault -> assertThat(fault.remedy()).contains("owner: lime"));
    }

    @Test
    void mindsNoReadOnlyFieldThatIsOnlyRead() {
        MappingEntry owned =
                new MappingEntry(
                        "computed", "Phone1", null, MappingEntry.When.ALWAYS, Side.LIME, Map.of());

        assertThat(check(rules(BOTH, owned), lime(readOnly(text("computed", 50))), erp()))
                .noneMatch(fault -> fault.severity() == Severity.FAULT);
    }

    @Test
    void refusesAnEntryForTheFieldThatKeepsOurId() {
        List<MappingFault> found =
                check(rules(MappingEntry.of("phone", "ExternalReference")), lime(), erp());

        assertThat(fault(found, "mapping.ExternalReference.erp").severity())
                .isEqualTo(Severity.FAULT);
    }

    @Test
    void refusesAnEntryForAPropertyThatTheSyncKeeps() {
        List<MappingFault> found = check(rules(MappingEntry.of("erp_id", "Phone1")), lime(), erp());

        assertThat(fault(found, "mapping.Phone1.lime").message())
                .isEqualTo("is kept by the sync itself");
    }

    @ParameterizedTest
    @CsvSource({"Type, COMPANY, true", "Type, FIRM, false", "Phone1, 08, true"})
    void checksFixedValues(String field, String value, boolean good) {
        List<MappingFault> found = check(rules(fixed(field, value)), lime(), erp());

        assertThat(found.isEmpty()).isEqualTo(good);
    }

    @Test
    void refusesAFixedValueThatIsTooLong() {
        List<MappingFault> found =
                check(rules(fixed("Currency", "EURO")), lime(), erp(text("Currency", 3)));

        assertThat(fault(found, "mapping.Currency.value").message()).contains("3 characters");
    }

    @Test
    void checksBothSidesOfATable() {
        Map<String, String> table = new LinkedHashMap<>();
        table.put("a", "COMPANY");
        table.put("b", "FIRM");
        MappingEntry entry =
                new MappingEntry("kind", "Type", null, MappingEntry.When.ALWAYS, null, table);

        List<MappingFault> found = check(rules(entry), lime(option("kind", "a", "c")), erp());

        assertThat(found)
                .extracting(MappingFault::severity, MappingFault::key, MappingFault::value)
                .contains(
                        tuple(Severity.FAULT, "mapping.Type.table.b", "FIRM"),
                        tuple(Severity.FAULT, "mapping.Type.table", "b"),
                        tuple(Severity.WARNING, "mapping.Type.table", "kind"));
    }

    private static MappingEntry fixed(String erp, String value) {
        return new MappingEntry(null, erp, value, MappingEntry.When.ALWAYS, null, Map.of());
    }

    private static List<MappingFault> check(
            ObjectRules rules, FieldCatalogue lime, FieldCatalogue erp) {
        return MappingCheck.check(rules, lime, erp);
    }

    private static MappingFault fault(List<MappingFault> found, String key) {
        return found.stream().filter(fault -> fault.key().equals(key)).findFirst().orElseThrow();
    }
}

package io.erpsync.connection.check;

import static io.erpsync.connection.check.Catalogues.NAME;
import static io.erpsync.connection.check.Catalogues.REGISTRATION;
import static io.erpsync.connection.check.Catalogues.erp;
import static io.erpsync.connection.check.Catalogues.field;
import static io.erpsync.connection.check.Catalogues.lime;
import static io.erpsync.connection.check.Catalogues.option;
import static io.erpsync.connection.check.Catalogues.required;
import static io.erpsync.connection.check.Catalogues.rules;
import static io.erpsync.connection.check.Catalogues.text;
import static io.erpsync.connection.check.Catalogues.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The findings that no entry has by itself. */
class WholeMappingCheckTest {

    private static final Directions BOTH =
            new Directions(Set.of(Side.LIME, Side.ERP), Set.of(Side.LIME, Side.ERP));
    private static final Directions ERP_ONLY = NamedDirections.ERP_ONLY.directions();
    private static final MappingEntry PHONE = MappingEntry.of("phone", "Phone1");

    @Test
    void missesWhatANewErpRecordRequires() {
        FieldCatalogue erp = erp(required(text("Currency", 3)));

        assertThat(fault(check(rules(), lime(), erp), "mapping"))
                .returns("Currency", MappingFault::value)
                .returns(Severity.FAULT, MappingFault::severity);
        assertThat(check(rules(ERP_ONLY), lime(), erp))
                .extracting("value")
                .doesNotContain("Currency");
        assertThat(check(rules(fixed("Currency", "SEK")), lime(), erp)).isEmpty();
    }

    @Test
    void missesWhatANewLimeRecordRequires() {
        FieldCatalogue lime = lime(required(text("market", 30)));

        assertThat(fault(check(rules(ERP_ONLY), lime, erp()), "mapping").value())
                .isEqualTo("market");
        assertThat(check(rules(), lime, erp())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erp_id",
                "erp_status",
                "erp_errormessage",
                "erp_firstsynced",
                "erp_lastsynced"
            })
    void missesAPropertyThatTheSyncNeeds(String name) {
        List<MappingFault> found = check(rules(), without(lime(), name), erp());

        assertThat(found)
                .singleElement()
                .returns(Severity.FAULT, MappingFault::severity)
                .returns(name, MappingFault::value);
    }

    @Test
    void namesTheStatusKeysThatAreMissing() {
        List<MappingFault> found =
                check(
                        rules(),
                        lime(option("erp_status", "", "readyforfirstsync", "synced", "error")),
                        erp());

        assertThat(fault(found, "lime-properties.status").message())
                .isEqualTo("lacks the options updatesmade, inprocess");
    }

    @Test
    void refusesAStatusThatIsNoOption() {
        List<MappingFault> found = check(rules(), lime(text("erp_status", 30)), erp());

        assertThat(fault(found, "lime-properties.status").message())
                .isEqualTo("is not an option field");
    }

    @Test
    void listsWhatIsWatchedOrMappedAlone() {
        ObjectRules rules =
                rules(
                        NamedDirections.STANDARD.directions(),
                        List.of(NAME, REGISTRATION, PHONE),
                        Set.of("name", "registrationno", "city"),
                        Map.of());

        assertThat(check(rules, lime(text("city", 50)), erp()))
                .extracting(MappingFault::severity, MappingFault::key, MappingFault::value)
                .containsExactly(
                        tuple(Severity.NOTE, "properties-synced", "city"),
                        tuple(Severity.NOTE, "mapping.Phone1.lime", "phone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp_status", "nonsense"})
    void refusesToWatchWhatTheSyncWritesOrLimeLacks(String watched) {
        ObjectRules rules =
                rules(
                        NamedDirections.STANDARD.directions(),
                        List.of(NAME, REGISTRATION),
                        Set.of("name", "registrationno", watched),
                        Map.of());

        assertThat(fault(check(rules, lime(), erp()), "properties-synced"))
                .returns(Severity.FAULT, MappingFault::severity)
                .returns(watched, MappingFault::value);
    }

    @Test
    void refusesToFillOnePropertyFromTwoFields() {
        MappingEntry second = MappingEntry.of("phone", "Phone2");

        assertThat(
                        fault(
                                        check(
                                                rules(BOTH, PHONE, second),
                                                lime(),
                                                erp(text("Phone2", 64))),
                                        "mapping.Phone2.lime")
                                .severity())
                .isEqualTo(Severity.FAULT);
        assertThat(check(rules(PHONE, second), lime(), erp(text("Phone2", 64))))
                .noneMatch(fault -> fault.severity() == Severity.FAULT);
    }

    @ParameterizedTest
    @CsvSource({"Type, COMPANY, ", "Type, Company, Type", "Typ, COMPANY, Typ"})
    void checksConditions(String field, String value, @Nullable String faulty) {
        ObjectRules rules =
                rules(
                        NamedDirections.STANDARD.directions(),
                        List.of(NAME, REGISTRATION),
                        Set.of("name", "registrationno"),
                        Map.of(field, value));

        List<String> keys = check(rules, lime(), erp()).stream().map(MappingFault::key).toList();

        assertThat(keys).isEqualTo(faulty == null ? List.of() : List.of("where-erp." + faulty));
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

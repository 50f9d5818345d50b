package io.erpsync.connection.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.ObjectType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserFaultsTest {

    @Test
    void namesConnectionKeyAndValueInPlainWords() {
        ConnectionFault fault =
                only(
                        Examples.SHORTEST.replace(
                                "directions: standard",
                                "create-from: [lime]\n    update-from: [lmie]"));

        assertThat(fault.sentence())
                .isEqualTo(
                        "connection acme (acme.yml): 'objects.customer.update-from' is 'lmie': is"
                                + " not a word for it; known are erp, lime; did you mean 'lime'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: live | mode: alive | mode | alive",
                "mode: live | mode:  | mode | ''",
                "connection: acme | connection: Acme | connection | Acme",
                "system: fortnox | system: fortnix | erp.system | fortnix",
                "system: fortnox | system: Fort-nox | erp.system | Fort-nox",
                "directions: standard | directions: standrad | objects.customer.directions | standrad",
                "directions: standard | directions: [standard] | objects.customer.directions | ''",
                "directions: standard | create-from: [lime] | objects.customer.update-from | ''",
                "directions: standard | match: report | objects.customer.directions | ''",
                "customer: | custmer: | objects.custmer | ''",
                "mode: live | mode: live\\npolling: 10m | polling | ''",
                "mode: live | mode: live\\nmode: off | mode | ''",
                "mode: live | mode: live\\npoll: 10m | poll | 10m",
                "mode: live | mode: live\\npoll: { every: 10 } | poll.every | 10",
                "mode: live | mode: live\\npoll: { every: 0s } | poll.every | 0s",
                "mode: live | mode: live\\nlanguage: sw | language | sw",
                "mode: live | mode: live\\nbrake: { percent: 101 } | brake.percent | 101",
                "mode: live | mode: live\\nbrake: { updates: -1 } | brake.updates | -1",
                "mode: live | mode: live\\nonly: [] | only | ''",
                "mode: live | mode: live\\nonly: [1042] | only | 1042",
                "mode: live | mode: live\\nonly: [person/7] | only | person/7",
                "tenant: | tennant: | erp.tennant | ''",
                "directions: standard | directions: standard\\n    leader: crm | objects.customer.leader | crm",
                "directions: standard | directions: standard\\n    put-back: yes | objects.customer.put-back | yes",
                "directions: standard | directions: standard\\n    when-deleted: drop | objects.customer.when-deleted | drop",
                "directions: standard | directions: standard\\n    mapping: none | objects.customer.mapping | ''",
                "directions: standard | directions: standard\\n    lime-properties: { nubmer: x } | objects.customer.lime-properties.nubmer | ''"
            })
    void findsWhatIsWrong(String good, String bad, String key, String value) {
        ParsedConnection parsed =
                ConnectionParser.parse(
                        "acme.yml", Examples.SHORTEST.replace(good, bad.replace("\\n", "\n")));

        assertThat(parsed.connection()).isNull();
        assertThat(parsed.faults())
                .anySatisfy(
                        fault -> {
                            assertThat(fault.key()).isEqualTo(key);
                            assertThat(fault.value()).isEqualTo(value);
                            assertThat(fault.message()).isNotBlank();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "{ lime: phone },                                        [1].erp",
        "{ erp: Phone1 },                                        [1].lime",
        "'{ lime: phone, value: x, erp: Phone1 }',               [1].lime",
        "'{ lime: phone, erp: Phone1, when: created }',          [1].when",
        "'{ lime: phone, erp: Phone1, owner: fortnox }',         [1].owner",
        "'{ lime: phone, erp: Phone1, tabel: { a: b } }',        [1].tabel",
        "'{ lime: fone, erp: none }',                            [1].lime",
        "'{ lime: none, erp: Fone }',                            [1].erp",
        "phone,                                                  [1]"
    })
    void findsWhatIsWrongInAnEntryOfTheMapping(String entry, String key) {
        List<ConnectionFault> faults =
                ConnectionParser.parse("acme.yml", mapped("- " + entry)).faults();

        assertThat(faults)
                .extracting(ConnectionFault::key)
                .contains("objects.customer.mapping" + key);
    }

    @Test
    void refusesTwoEntriesForOneErpField() {
        ConnectionFault fault =
                only(mapped("- { lime: phone, erp: Phone1 }", "- { lime: fax, erp: Phone1 }"));

        assertThat(fault.key()).isEqualTo("objects.customer.mapping[2].erp");
        assertThat(fault.value()).isEqualTo("Phone1");
    }

    @Test
    void replacesShippedEntriesBySameFieldOrSamePropertyAndRemovesByNone() {
        ParsedConnection parsed =
                ConnectionParser.parse(
                        "acme.yml",
                        mapped(
                                "- { lime: mobile, erp: Phone1 }",
                                "- { lime: visitingcity, erp: City2 }",
                                "- { lime: country, erp: none }",
                                "- { lime: none, erp: Address2 }"));

        assertThat(customer(parsed).mapping())
                .extracting(MappingEntry::erp)
                .doesNotContain("VisitingCity", "CountryCode", "Address2")
                .contains("Phone1", "City2", "VisitingAddress")
                .doesNotHaveDuplicates();
        assertThat(customer(parsed).mapping())
                .contains(MappingEntry.of("mobile", "Phone1"))
                .doesNotContain(MappingEntry.of("phone", "Phone1"));
    }

    @Test
    void takesNoConditionWhenTheFileSaysSo() {
        ParsedConnection parsed =
                ConnectionParser.parse(
                        "acme.yml",
                        Examples.SHORTEST.replace(
                                "directions: standard", "directions: standard\n    where-erp: {}"));

        assertThat(customer(parsed).whereErp()).isEmpty();
    }

    @Test
    void findsEverythingAtOnce() {
        ParsedConnection parsed =
                ConnectionParser.parse(
                        "acme.yml",
                        Examples.SHORTEST
                                .replace("mode: live", "mode: alive")
                                .replace("tenant: \"29302\", ", "")
                                .replace("standard", "standart"));

        assertThat(parsed.faults())
                .extracting(ConnectionFault::key)
                .containsExactlyInAnyOrder("mode", "erp.tenant", "objects.customer.directions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "just words",
                "- a\n- b",
                "a: [",
                "a: {",
                "\t- x",
                "a: &a [*a]",
                "!!javax.script.ScriptEngineManager []",
                "%",
                "a: b\n---\nc: d",
                "? [a]\n: b",
                "\u0000"
            })
    void neverThrowsForWhatAFileHolds(String text) {
        ParsedConnection parsed = ConnectionParser.parse("acme.yml", text);

        assertThat(parsed.connection()).isNull();
        assertThat(parsed.faults()).isNotEmpty();
    }

    @Test
    void saysTheLineOfWhatIsNoYaml() {
        ConnectionFault fault = only("connection: acme\nmode: [live\nlime: {}\n");

        assertThat(fault.message()).contains("not valid YAML at line");
    }

    @Test
    void refusesASecretInTheFileWithoutSayingIt() {
        ConnectionFault fault = only(Examples.SHORTEST.replace("${ACME_LIME_KEY}", "hush-hush"));

        assertThat(fault.key()).isEqualTo("lime.api-key");
        assertThat(fault.toString()).doesNotContain("hush");
    }

    @Test
    void warnsWhenBothSidesMayUpdate() {
        ParsedConnection parsed = ConnectionParser.parse("full.yml", Examples.FULL);

        assertThat(parsed.warnings())
                .singleElement()
                .returns("objects.customer.update-from", ConnectionFault::key)
                .returns("full", ConnectionFault::connection);
    }

    private static String mapped(String... entries) {
        return Examples.SHORTEST + "    mapping:\n      " + String.join("\n      ", entries) + "\n";
    }

    private static ConnectionFault only(String text) {
        List<ConnectionFault> faults = ConnectionParser.parse("acme.yml", text).faults();
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    private static ObjectRules customer(ParsedConnection parsed) {
        assertThat(parsed.faults()).isEmpty();
        Connection connection = Objects.requireNonNull(parsed.connection());
        return Objects.requireNonNull(connection.rules(ObjectType.CUSTOMER));
    }
}

package io.erpsync.connection.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.defaults.ShippedDefaults;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShippedDefaultsTest {

    @Test
    void areThereForEveryNamedSystemAndNoOther() {
        assertThat(ShippedDefaults.SYSTEMS)
                .allSatisfy(
                        system ->
                                assertThat(ShippedDefaults.of(new SystemName(system))).isNotNull());
        assertThat(ShippedDefaults.of(new SystemName("nosuch"))).isNull();
    }

    @Test
    void mapEachFieldOnce() {
        assertThat(fortnox().mapping())
                .extracting(MappingEntry::erp)
                .doesNotHaveDuplicates()
                .doesNotContain("ExternalReference", "CustomerNumber");
        assertThat(fortnox().mapping()).extracting(MappingEntry::lime).doesNotHaveDuplicates();
    }

    @Test
    void turnCountryNamesIntoCodes() {
        Map<String, String> countries =
                fortnox().mapping().stream()
                        .filter(entry -> entry.erp().equals("CountryCode"))
                        .findFirst()
                        .orElseThrow()
                        .table();

        assertThat(countries)
                .containsEntry("Norge", "NO")
                .containsEntry("Norway", "NO")
                .containsEntry("Tyskland", "DE")
                .containsEntry("Germany", "DE")
                .containsEntry("United States", "US");
        assertThat(countries.values()).allMatch(code -> code.matches("[A-Z]{2}"));
        assertThat(countries.keySet()).containsAll(countries.values());
    }

    private static ObjectRules fortnox() {
        return Objects.requireNonNull(
                Objects.requireNonNull(
                                ConnectionParser.parse("acme.yml", Examples.SHORTEST).connection())
                        .rules(ObjectType.CUSTOMER));
    }
}

package io.erpsync.connection.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesVersionTest {

    @Test
    void isShortAndTheSameInEveryProcess() {
        // A changed number here means that every connection's version changes with the upgrade.
        assertThat(version(Examples.PILOT)).isEqualTo("25defd2848d8");
    }

    @ParameterizedTest
    @CsvSource({
        "observe, live",
        "29302, 29303",
        "556677-8899, 556677-8890",
        "language: sv, language: en",
        "company/1042, company/1043",
        "standard , erp-only ",
        "registrationno, registrationNo",
        "PriceList, Pricelist",
        "'value: \"30\"', 'value: \"20\"'",
        "'\"30\", when: create', '\"30\"'"
    })
    void changesWithWhatADecisionRestsOn(String from, String to) {
        String changed = Examples.PILOT.replace(from, to);

        assertThat(changed).isNotEqualTo(Examples.PILOT);
        assertThat(version(changed)).isNotEqualTo(version(Examples.PILOT));
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.example/acme, https://moved.example/acme",
        "ACME_LIME_KEY, OTHER_KEY",
        "every: 10m, every: 5m",
        "# optional pilot, # another comment",
        "'name, registrationno, phone', 'phone, name, registrationno'"
    })
    void staysWithWhatNoDecisionRestsOn(String from, String to) {
        String changed = Examples.PILOT.replace(from, to);

        assertThat(changed).isNotEqualTo(Examples.PILOT);
        assertThat(version(changed)).isEqualTo(version(Examples.PILOT));
    }

    private static String version(String text) {
        return Objects.requireNonNull(ConnectionParser.parse("acme.yml", text).connection())
                .rulesVersion();
    }
}

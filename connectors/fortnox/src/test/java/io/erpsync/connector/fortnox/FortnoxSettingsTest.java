package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.ConnectionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FortnoxSettingsTest {

    @Test
    void needsLittle() {
        FortnoxSettings settings = FortnoxSettings.read(with(Map.of()));

        assertThat(settings.url()).hasToString("https://api.fortnox.se");
        assertThat(settings.authUrl()).hasToString("https://apps.fortnox.se");
        assertThat(settings.company()).isEqualTo("5566778899");
        assertThat(settings.clearEmpty()).isFalse();
        assertThat(settings.ourNumbers()).isFalse();
        assertThat(settings.settleTime()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void takesWhatIsSaid() {
        FortnoxSettings settings =
                FortnoxSettings.read(
                        with(
                                Map.of(
                                        "url", "http://127.0.0.1:8090/fortnox/",
                                        "auth-url", "http://127.0.0.1:8090/fortnox",
                                        "clear-empty", "True",
                                        "number", "ours",
                                        "settle-time", "5")));

        assertThat(settings.url()).hasToString("http://127.0.0.1:8090/fortnox");
        assertThat(settings.clearEmpty()).isTrue();
        assertThat(settings.ourNumbers()).isTrue();
        assertThat(settings.settleTime()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "url, not an address",
        "url, ftp://example.com",
        "url, http:///3",
        "clear-empty, perhaps",
        "number, theirs",
        "settle-time, 1m",
        "company, none",
        "tenant, ' '",
        "client-id, ''",
    })
    void namesTheSettingThatIsWrong(String key, String value) {
        SettingsFault fault =
                catchThrowableOfType(
                        SettingsFault.class, () -> FortnoxSettings.read(with(Map.of(key, value))));

        assertThat(fault).hasMessageContaining("acme").hasMessageContaining("'" + key + "'");
        assertThat(fault.key()).isEqualTo(key);
    }

    @Test
    void readsEveryKeyOfTheReadmesTable() throws IOException {
        Set<String> keys =
                Files.readAllLines(Path.of("README.md")).stream()
                        .filter(
                                line ->
                                        line.startsWith("| `")
                                                && line.chars().filter(c -> c == '|').count() == 4)
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "tenant",
                        "client-id",
                        "client-secret",
                        "company",
                        "url",
                        "auth-url",
                        "clear-empty",
                        "number",
                        "settle-time");
        assertThat(keys).allSatisfy(key -> assertThat(faultOf(key, "?", " ")).isTrue());
    }

    /** Whether one of the values, none of which any setting takes, is refused under that key. */
    private static boolean faultOf(String key, String... values) {
        return Stream.of(values)
                .anyMatch(
                        value -> {
                            SettingsFault fault =
                                    catchThrowableOfType(
                                            SettingsFault.class,
                                            () -> FortnoxSettings.read(with(Map.of(key, value))));
                            return fault != null && fault.key().equals(key);
                        });
    }

    @Test
    void printsNoSecret() {
        assertThat(FortnoxSettings.read(with(Map.of())).toString())
                .doesNotContain("the-id")
                .doesNotContain("the-secret");
    }

    private static AccessSettings with(Map<String, String> more) {
        Map<String, String> values = new HashMap<>();
        values.put("tenant", "29302");
        values.put("client-id", "the-id");
        values.put("client-secret", "the-secret");
        values.put("company", "556677-8899");
        values.putAll(more);
        return new AccessSettings(new ConnectionName("acme"), values, Duration.ofSeconds(2));
    }
}

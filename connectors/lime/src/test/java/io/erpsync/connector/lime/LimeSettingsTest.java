package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.ConnectionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimeSettingsTest {

    @Test
    void fillsInWhatIsNotSaid() {
        LimeSettings settings = LimeSettings.of(access(Map.of()));

        assertThat(settings.root()).hasToString("https://lime.test/acme/api/v1/");
        assertThat(settings.numberProperty()).isEqualTo("erp_id");
        assertThat(settings.statusProperty()).isEqualTo("erp_status");
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
        assertThat(settings.syncUser()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://lime.test/my app, https://lime.test/my%20app/api/v1/, my app",
        "https://lime.test/acme/, https://lime.test/acme/api/v1/, acme",
        "http://127.0.0.1:8090/lime/demo, http://127.0.0.1:8090/lime/demo/api/v1/, demo"
    })
    void findsTheInterfaceAndTheName(String url, String root, String name) {
        LimeSettings settings = LimeSettings.of(access(Map.of("url", url)));

        assertThat(settings.root()).hasToString(root);
        assertThat(settings.application()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "url, acme",
        "url, ftp://lime.test/acme",
        "url, https://lime.test/acme?x=1",
        "api-key, 'two words'",
        "sync-user, erpsync@lime",
        "time-zone, Europe/Lund",
        "page-size, 1"
    })
    void namesTheKeyThatIsWrong(String key, String value) {
        assertThatThrownBy(() -> LimeSettings.of(access(Map.of(key, value))))
                .isInstanceOfSatisfying(
                        SettingsFault.class, fault -> assertThat(fault.key()).isEqualTo(key))
                .hasMessageContaining("connection acme");
    }

    @Test
    void neverShowsTheKey() {
        assertThat(LimeSettings.of(access(Map.of("api-key", "s3cret"))).toString())
                .doesNotContain("s3cret");
        assertThatThrownBy(() -> LimeSettings.of(access(Map.of("api-key", "s3 cret"))))
                .hasMessageNotContaining("s3");
    }

    @Test
    void isDescribedInTheReadme() throws IOException {
        String source =
                Files.readString(
                        Path.of("src/main/java/io/erpsync/connector/lime/LimeSettings.java"));
        Set<String> used =
                found(
                        "(?:optional|required|orDefault)\\((?:access, )?\"([a-z]+(?:-[a-z]+)*)\"",
                        source);

        Set<String> described =
                found("(?m)^\\| `([a-z-]+)`", Files.readString(Path.of("README.md")));

        assertThat(described).isEqualTo(used);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AccessSettings access(Map<String, String> more) {
        Map<String, String> values = new HashMap<>();
        values.put("url", "https://lime.test/acme");
        values.put("api-key", "k");
        values.putAll(more);
        return new AccessSettings(new ConnectionName("acme"), values, Duration.ofSeconds(5));
    }
}

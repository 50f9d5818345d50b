package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    private static final String URL = "http://registry:8081";

    @Test
    void needsNothingButTheAddress() {
        RegistrySettings settings = RegistrySettings.of(Map.of(SerdeKeys.URL, URL));

        assertThat(settings.urls()).containsExactly(URI.create(URL));
        assertThat(settings.authorization()).isNull();
        assertThat(settings.autoRegister()).isFalse();
        assertThat(settings.refreshAfter()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void takesAListAsTextOrAsAList() {
        List<URI> two = List.of(URI.create("http://a:1"), URI.create("https://b:2/x"));

        assertThat(RegistrySettings.of(Map.of(SerdeKeys.URL, "http://a:1/, https://b:2/x")).urls())
                .isEqualTo(two);
        assertThat(
                        RegistrySettings.of(
                                        Map.of(
                                                SerdeKeys.URL,
                                                List.of("http://a:1", "https://b:2/x")))
                                .urls())
                .isEqualTo(two);
    }

    @Test
    void namesKeyAndValueOfAFault() {
        assertFault(Map.of(), "schema.registry.url");
        assertFault(Map.of(SerdeKeys.URL, "registry:8081"), "schema.registry.url");
        assertFault(Map.of(SerdeKeys.URL, " "), "schema.registry.url");
        assertFault(
                Map.of(SerdeKeys.URL, URL, SerdeKeys.AUTO_REGISTER, "yes"),
                "auto.register.schemas");
        assertFault(Map.of(SerdeKeys.URL, URL, SerdeKeys.ATTEMPTS, 0), "erpsync.registry.attempts");
        assertFault(
                Map.of(SerdeKeys.URL, URL, SerdeKeys.TIMEOUT, "5s"), "erpsync.registry.timeout.ms");
        assertFault(
                Map.of(SerdeKeys.URL, URL, SerdeKeys.CREDENTIALS_SOURCE, "SASL_INHERIT"),
                "basic.auth.credentials.source");
        assertFault(
                Map.of(SerdeKeys.URL, URL, SerdeKeys.CREDENTIALS_SOURCE, "USER_INFO"),
                "basic.auth.user.info");
    }

    @Test
    void showsNoSecret() {
        RegistrySettings settings =
                RegistrySettings.of(Map.of(SerdeKeys.URL, "http://anna:s3cret@registry:8081"));

        assertThat(settings.authorization()).startsWith("Basic ");
        assertThat(settings.toString()).doesNotContain("s3cret", "Basic", "anna");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () ->
                                RegistrySettings.of(
                                        Map.of(SerdeKeys.URL, "http://anna:s3 cret@registry")))
                .withMessageNotContaining("s3 cret");
    }

    private static void assertFault(Map<String, ?> configs, String key) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> RegistrySettings.of(configs))
                .withMessageContaining(key);
    }
}

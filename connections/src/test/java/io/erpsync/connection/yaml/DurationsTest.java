package io.erpsync.connection.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "10m, PT10M", "1h, PT1H"})
    void readsSpansOfTime(String text, Duration expected) {
        assertThat(Durations.read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0s", "-1m", "1.5h", "10 m", "1d", "PT10M", "9999999999s"})
    void readsNothingElse(String text) {
        assertThat(Durations.read(text)).isNull();
    }
}

package io.erpsync.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:09:07.999Z, 'Sun, 01 Mar 2026 08:09:07 GMT'",
        "2026-09-09T22:00:00Z, 'Wed, 09 Sep 2026 22:00:00 GMT'",
        "2025-12-31T23:59:59Z, 'Wed, 31 Dec 2025 23:59:59 GMT'"
    })
    void writesTheFixedLengthFormInEnglishAndUniversalTime(Instant time, String written) {
        assertThat(HttpDate.format(time)).isEqualTo(written);
    }
}

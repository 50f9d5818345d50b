package io.erpsync.sandbox.lime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-06-11T12:00:00.000Z, 2025-06-11T12:00:00.000Z",
        "2025-06-11T12:00:00.001Z, 2025-06-11T12:00:00.000Z",
        "2025-06-11T12:00:00.002Z, 2025-06-11T12:00:00.003Z",
        "2025-06-11T12:00:00.005Z, 2025-06-11T12:00:00.007Z",
        "2025-06-11T12:00:00.740Z, 2025-06-11T12:00:00.740Z",
        "2025-06-11T12:00:00.998Z, 2025-06-11T12:00:00.997Z",
        "2025-06-11T12:00:00.999Z, 2025-06-11T12:00:01.000Z"
    })
    void roundsToTheNearestThreeHundredthOfASecond(Instant time, Instant kept) {
        assertThat(SqlServerTime.round(time)).isEqualTo(kept);
    }

    @Test
    void neverMovesATimeByMoreThanHalfAStepAndAlwaysEndsInZeroThreeOrSeven() {
        Instant start = Instant.parse("2025-06-11T12:00:00Z");

        for (int micros = 0; micros < 1_000_000; micros += 97) {
            Instant time = start.plusNanos(micros * 1000L);
            Instant kept = SqlServerTime.round(time);
            assertThat(Duration.between(time, kept).abs()).isLessThan(Duration.ofNanos(2_200_000));
            assertThat(kept.toEpochMilli() % 10).isIn(0L, 3L, 7L);
            assertThat(SqlServerTime.round(kept)).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-21T09:28:16.963Z, 2025-02-21T10:28:16.963000+01:00",
        "2025-06-11T12:05:06.740Z, 2025-06-11T14:05:06.740000+02:00",
        "2025-10-26T00:30:00Z, 2025-10-26T02:30:00.000000+02:00",
        "2025-10-26T01:30:00Z, 2025-10-26T02:30:00.000000+01:00"
    })
    void writesTheOffsetThatStockholmHadThen(Instant time, String written) {
        assertThat(SqlServerTime.format(time)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-08T23:59Z, 2020-11-08T23:59:00Z",
        "2018-12-31T23:59, 2018-12-31T22:59:00Z",
        "2022-07-01T00:00:00, 2022-06-30T22:00:00Z",
        "2020-12-31, 2020-12-30T23:00:00Z",
        "2025-06-11T14:05:06.740000+02:00, 2025-06-11T12:05:06.740Z",
        "2025-06-11T12:05:06.740Z, 2025-06-11T12:05:06.740Z"
    })
    void readsEveryFormSeenInTheWild(String text, Instant time) {
        assertThat(SqlServerTime.parse(text)).isEqualTo(time);
    }

    @Test
    void readsNoTimeWhereAPlusWasLostOnTheWay() {
        assertThat(SqlServerTime.parse("2025-06-11T14:05:06 02:00")).isNull();
    }
}

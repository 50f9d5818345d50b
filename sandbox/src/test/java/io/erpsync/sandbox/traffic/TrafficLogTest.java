package io.erpsync.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrafficLogTest {

    private static final Instant START = Instant.parse("2025-06-11T12:00:00Z");

    private final TrafficLog log = new TrafficLog(new RateLimit(25, Duration.ofSeconds(5), true));

    @Test
    void letsNoMoreThanTheLimitThroughInAnyStretchOfOneWindow() {
        for (int millis = 0; millis < 20_000; millis += 50) {
            log.admit("1/demo", START.plusMillis(millis));
        }

        TrafficCount count = log.counts().getFirst();
        assertThat(count.busiestWindow()).isEqualTo(25);
        assertThat(count.admitted()).isEqualTo(100);
        assertThat(count.refused()).isEqualTo(300);
    }

    @Test
    void doesNotStartAnewAtTheBeginningOfAFixedPeriod() {
        for (int i = 0; i < 25; i++) {
            log.admit("1/demo", START.plusMillis(4_900));
        }

        assertThat(log.admit("1/demo", START.plusMillis(5_100)))
                .isInstanceOf(Admission.Refused.class);
        assertThat(log.admit("1/demo", START.plusMillis(9_900)))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void saysHowLongToWait() {
        for (int i = 0; i < 25; i++) {
            log.admit("1/demo", START);
        }

        Admission refused = log.admit("1/demo", START.plusMillis(1_500));

        assertThat(refused).isEqualTo(new Admission.Refused(Duration.ofMillis(3_500), true));
        assertThat(((Admission.Refused) refused).waitSeconds()).isEqualTo(4);
    }

    @Test
    void countsEveryCallerApart() {
        for (int i = 0; i < 25; i++) {
            log.admit("1/demo", START);
        }

        assertThat(log.admit("2/demo", START)).isInstanceOf(Admission.Admitted.class);
    }
}

package io.erpsync.polling.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Test
    void fallsDueOnceInEachStretch() {
        Rhythm rhythm = Rhythm.of(Examples.ACME, EVERY);

        Instant first = rhythm.after(Examples.NOON);
        Instant second = rhythm.after(first);

        assertThat(first).isAfter(Examples.NOON).isBeforeOrEqualTo(Examples.NOON.plus(EVERY));
        assertThat(second).isEqualTo(first.plus(EVERY));
    }

    @Test
    void leavesOutWhatPassedDuringARun() {
        Rhythm rhythm = Rhythm.of(Examples.ACME, EVERY);
        Instant begun = rhythm.after(Examples.NOON);

        Instant next = rhythm.after(begun.plus(EVERY.multipliedBy(3)).plusSeconds(1));

        assertThat(next).isEqualTo(begun.plus(EVERY.multipliedBy(4)));
    }

    @Test
    void isTheSameForTheSameConnectionAlways() {
        assertThat(Rhythm.of(new ConnectionName("acme"), EVERY))
                .isEqualTo(Rhythm.of(Examples.ACME, EVERY))
                .isEqualTo(new Rhythm(600_000, 474_333));
    }

    @Test
    void spreadsConnectionsWithAlikeNames() {
        long[] tenths = new long[10];

        IntStream.range(0, 1000)
                .mapToObj(i -> Rhythm.of(new ConnectionName("customer-" + i), EVERY))
                .forEach(rhythm -> tenths[(int) (rhythm.offsetMillis() / 60_000)]++);

        assertThat(Arrays.stream(tenths)).allMatch(count -> count > 60 && count < 140);
    }
}

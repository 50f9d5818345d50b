package io.erpsync.connector.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingLogTest {

    private static final long WINDOW = 5_000;
    private static final long SETTLE = 60_000;

    @Test
    void releasesPermitsEvenlyOverTheFirstWindow() {
        SlidingLog log = log(5);

        List<Long> taken = takeAllUntil(log, WINDOW);

        assertThat(taken).containsExactly(1_000L, 2_000L, 3_000L, 4_000L, 5_000L);
    }

    @Test
    void returnsAPermitOneWindowAfterTheAnswer() {
        SlidingLog log = warm(1);
        log.take(WINDOW);

        log.answered(7_000);

        assertThat(log.nextFree(7_000)).isEqualTo(12_000);
        assertThat(log.take(11_999)).isFalse();
        assertThat(log.take(12_000)).isTrue();
    }

    @Test
    void keepsAPermitWhileItsRequestRuns() {
        SlidingLog log = warm(1);

        log.take(WINDOW);

        assertThat(log.nextFree(1_000_000)).isEqualTo(SlidingLog.NEVER);
        assertThat(log.take(1_000_000)).isFalse();
    }

    @Test
    void returnsALostPermitOneWindowAfterTheSettleTime() {
        SlidingLog log = warm(1);
        log.take(WINDOW);

        log.lost(6_000);

        assertThat(log.nextFree(6_000)).isEqualTo(6_000 + SETTLE + WINDOW);
    }

    @Test
    void letsNothingThroughUntilTheSystemWantsToHearFromUs() {
        SlidingLog log = warm(10);
        log.take(WINDOW);

        log.refused(6_000, Duration.ofNanos(30_000));

        assertThat(log.nextFree(6_000)).isEqualTo(36_000);
        assertThat(log.take(35_999)).isFalse();
        assertThat(log.take(36_000)).isTrue();
    }

    @Test
    void waitsOneWindowWhenTheSystemDoesNotSayHowLong() {
        SlidingLog log = warm(10);
        log.take(WINDOW);

        log.refused(6_000, null);

        assertThat(log.nextFree(6_000)).isEqualTo(6_000 + WINDOW);
    }

    @Test
    void doesNotShortenAWaitByALaterAndShorterOne() {
        SlidingLog log = warm(10);
        log.take(WINDOW);
        log.take(WINDOW);
        log.refused(6_000, Duration.ofNanos(30_000));

        log.refused(6_100, Duration.ofNanos(10));

        assertThat(log.nextFree(6_100)).isEqualTo(36_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void neverLetsTheSystemCountMoreThanTheLimitInAnyWindow(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int permits = 1 + chance.nextInt(30);

        List<Long> counted = traffic(log(permits), chance, 4_000);

        assertThat(counted).hasSizeGreaterThan(500);
        for (int i = permits; i < counted.size(); i++) {
            assertThat(counted.get(i) - counted.get(i - permits))
                    .as("seed %d, request %d", seed, i)
                    .isGreaterThanOrEqualTo(WINDOW);
        }
    }

    @Test
    void usesTheWholeLimitWhenAnswersComeAtOnce() {
        SlidingLog log = warm(25);

        int passed = 0;
        for (long now = WINDOW; now < WINDOW * 11; now++) {
            while (log.take(now)) {
                log.answered(now);
                passed++;
            }
        }

        assertThat(passed).isEqualTo(250);
    }

    /** When each request was counted by a system that counts it at any time it may. */
    private static List<Long> traffic(SlidingLog log, SplittableRandom chance, int requests) {
        List<Long> counted = new ArrayList<>();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        long now = 0;
        for (int i = 0; i < requests; i++) {
            now += chance.nextInt(400);
            for (Long end = ends.peek(); end != null && end <= now; end = ends.peek()) {
                ends.remove();
                counted.add(end(log, chance, end));
            }
            if (log.take(now)) {
                ends.add(now + chance.nextInt(2_000));
            }
        }
        return counted.stream().sorted().toList();
    }

    private static long end(SlidingLog log, SplittableRandom chance, long at) {
        if (chance.nextInt(100) < 2) {
            log.lost(at);
            return at + chance.nextLong(SETTLE + 1);
        }
        if (chance.nextInt(100) < 2) {
            log.refused(at, Duration.ofNanos(chance.nextInt(20_000)));
        } else {
            log.answered(at);
        }
        return at;
    }

    private static SlidingLog log(int permits) {
        return new SlidingLog(
                new Limit(permits, Duration.ofNanos(WINDOW), Duration.ofNanos(SETTLE)), 0);
    }

    /** A log past its first window. */
    private static SlidingLog warm(int permits) {
        SlidingLog log = log(permits);
        assertThat(log.nextFree(WINDOW)).isEqualTo(WINDOW);
        return log;
    }

    private static List<Long> takeAllUntil(SlidingLog log, long end) {
        List<Long> taken = new ArrayList<>();
        for (long now = 0; now <= end; now++) {
            if (log.take(now)) {
                taken.add(now);
            }
        }
        return taken;
    }
}

package io.erpsync.polling.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetbackTest {

    private static final Instant NOW = Examples.NOON;

    @Test
    void waitsTwiceAsLongEachTimeUpToALimit() {
        Setback setback = after(null, null);
        Duration before = Duration.between(NOW, setback.until());
        assertThat(before).isEqualTo(Setback.FIRST);

        for (int failures = 2; failures < 100; failures++) {
            setback = after(setback, null);
            Duration pause = Duration.between(NOW, setback.until());

            assertThat(pause).isBetween(before, Setback.LONGEST);
            assertThat(setback.failures()).isEqualTo(failures);
            before = pause;
        }
        assertThat(before).isEqualTo(Setback.LONGEST);
    }

    @Test
    void waitsAsLongAsTheSystemSays() {
        Setback setback = after(null, Duration.ofMinutes(20));

        assertThat(setback.until()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    void waitsNoShorterThanItsOwnPause() {
        Setback setback = after(null, Duration.ZERO);

        assertThat(setback.until()).isEqualTo(NOW.plus(Setback.FIRST));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void probesAfterWhatOnlyAPersonCanMend(Reason reason) {
        Setback setback = Setback.after(null, reason, null, "words", NOW);

        assertThat(setback.needsProbe())
                .isEqualTo(
                        reason == Reason.NOT_AUTHORISED
                                || reason == Reason.NO_LICENCE
                                || reason == Reason.WRONG_COMPANY);
    }

    private static Setback after(@Nullable Setback before, @Nullable Duration retryAfter) {
        return Setback.after(before, Reason.TARGET_UNAVAILABLE, retryAfter, "no answer", NOW);
    }
}

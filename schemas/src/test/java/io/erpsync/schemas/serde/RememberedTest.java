package io.erpsync.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong time = new AtomicLong();
    private final Remembered<String, Integer> remembered =
            new Remembered<>(Duration.ofMinutes(5), time::get);

    @Test
    void asksAgainOnlyWhenTheAnswerIsOld() {
        remembered.get("a", _ -> 1);

        pass(Duration.ofMinutes(5).minusNanos(1));
        assertThat(remembered.get("a", _ -> 2)).isEqualTo(1);

        pass(Duration.ofNanos(1));
        assertThat(remembered.get("a", _ -> 2)).isEqualTo(2);
    }

    @Test
    void givesTheOldAnswerToWhoAsksAgain() {
        remembered.get("a", _ -> 1);
        pass(Duration.ofHours(1));

        int answer = remembered.get("a", old -> old == null ? -1 : old + 10);

        assertThat(answer).isEqualTo(11);
    }

    @Test
    void servesTheOldAnswerForAnotherWhileWhenNobodyAnswers() {
        remembered.get("a", _ -> 1);
        pass(Duration.ofHours(1));

        assertThat(remembered.get("a", _ -> unavailable())).isEqualTo(1);
        assertThat(remembered.get("a", _ -> 2)).isEqualTo(1);
    }

    @Test
    void forgetsWhatTheRegistryNoLongerKnows() {
        remembered.get("a", _ -> 1);
        pass(Duration.ofHours(1));

        assertThatExceptionOfType(SchemaUnknown.class)
                .isThrownBy(
                        () ->
                                remembered.get(
                                        "a",
                                        _ -> {
                                            throw new SchemaUnknown("gone");
                                        }));
        assertThat(remembered.get("a", _ -> 3)).isEqualTo(3);
    }

    @Test
    void remembersNoFailure() {
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> remembered.get("a", _ -> unavailable()));

        assertThat(remembered.get("a", _ -> 4)).isEqualTo(4);
    }

    private static Integer unavailable() {
        throw new RegistryUnavailable("away", null);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}

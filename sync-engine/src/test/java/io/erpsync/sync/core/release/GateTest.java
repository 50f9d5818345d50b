package io.erpsync.sync.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Outcome AWAY = unavailable(null);
    private static final int WINDOW = 8;

    @Test
    void takesCommandsThatFailTogetherForOneFailure() {
        Gate gate = sent(Gate.NEW, WINDOW);
        for (int i = 0; i < WINDOW; i++) {
            gate = gate.answered(Side.ERP, "c" + i, AWAY, NOW.plusMillis(40L * i));
        }

        assertThat(trouble(gate).failures()).isEqualTo(1);
        assertThat(gate.lane(Side.ERP).admits(WINDOW, NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void waitsLongerWithEachTryThatFailsAtMostAMinute() {
        Gate gate = sent(Gate.NEW, 1).answered(Side.ERP, "c0", AWAY, NOW);
        Instant now = NOW;
        Duration before = Duration.between(NOW, trouble(gate).until());
        for (int i = 0; i < 12; i++) {
            now = trouble(gate).until();
            gate = sent(gate, 1).answered(Side.ERP, "c0", AWAY, now);
            Duration pause = Duration.between(now, trouble(gate).until());
            assertThat(pause)
                    .isGreaterThanOrEqualTo(before)
                    .isLessThanOrEqualTo(Duration.ofMinutes(1));
            before = pause;
        }
        assertThat(before).isEqualTo(Duration.ofMinutes(1));
        assertThat(trouble(gate).since()).isEqualTo(NOW);
    }

    @Test
    void waitsAsLongAsTheSystemAsksFor() {
        Gate gate = sent(Gate.NEW, 2);
        gate = gate.answered(Side.ERP, "c0", unavailable(Duration.ofSeconds(20)), NOW);
        gate = gate.answered(Side.ERP, "c1", AWAY, NOW);

        assertThat(trouble(gate).until()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void triesOneAtATimeUntilOneSucceeds() {
        Gate gate = sent(Gate.NEW, 1).answered(Side.ERP, "c0", AWAY, NOW);
        Instant later = NOW.plusSeconds(5);

        assertThat(gate.lane(Side.ERP).admits(WINDOW, NOW)).isFalse();
        assertThat(gate.lane(Side.ERP).admits(WINDOW, later)).isTrue();
        Gate trying = sent(gate, 1);
        assertThat(trying.lane(Side.ERP).admits(WINDOW, later)).isFalse();
        Gate well = trying.answered(Side.ERP, "c0", applied(), later);
        assertThat(well.lane(Side.ERP).trouble()).isNull();
        assertThat(well.lane(Side.LIME).trouble()).isNull();
    }

    @Test
    void freesAPlaceOnceForAResultThatComesTwice() {
        Gate gate = sent(Gate.NEW, 2).answered(Side.ERP, "c0", applied(), NOW);

        assertThat(gate.answered(Side.ERP, "c0", AWAY, NOW)).isEqualTo(gate);
        assertThat(gate.lane(Side.ERP).inFlight()).containsExactly("c1");
    }

    private static Gate sent(Gate gate, int commands) {
        Gate next = gate;
        for (int i = 0; i < commands; i++) {
            next = next.sent(Side.ERP, "c" + i);
        }
        return next;
    }

    private static Trouble trouble(Gate gate) {
        return Objects.requireNonNull(gate.lane(Side.ERP).trouble());
    }

    private static Outcome unavailable(@Nullable Duration retryAfter) {
        return new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, retryAfter, "closed for today");
    }

    private static Outcome applied() {
        RecordReference reference = new RecordReference(new SystemName("fortnox"), "customer", "1");
        return new Outcome.Applied(new StoredRecord(reference, null, Fields.NONE, NOW));
    }
}

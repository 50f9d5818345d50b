package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.Work;
import io.erpsync.sync.core.release.AutoPause;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutoPauseTest {

    private static final Instant START = Instant.ofEpochSecond(6_000_000);
    private static final Round ROUND = new Round(Fields.NONE, false, false);
    private static final Work UPDATE = new Work.UpdateInErp(ROUND);
    private static final Outcome REFUSED = refused(Reason.INVALID_VALUE);
    private static final Outcome APPLIED =
            new Outcome.Applied(
                    new StoredRecord(
                            new RecordReference(Fixtures.ERP, "customer", "1"),
                            null,
                            Fields.NONE,
                            START));

    private static Outcome refused(Reason reason) {
        return new Outcome.Refused(reason, null, "no");
    }

    private static AutoPause times(AutoPause pause, int times, Work work, Outcome outcome) {
        AutoPause next = pause;
        for (int i = 0; i < times; i++) {
            next = next.after(work, outcome, START);
        }
        return next;
    }

    @Test
    void pausesAtTheTwentiethRefusal() {
        AutoPause almost = times(AutoPause.FREE, 19, UPDATE, REFUSED);

        AutoPause paused = almost.after(UPDATE, REFUSED, START);

        assertThat(almost.isEngaged()).isFalse();
        assertThat(paused.isEngaged()).isTrue();
        assertThat(paused.since()).isEqualTo(START);
    }

    @Test
    void goesOnWhereHalfOfTheWritesSucceed() {
        AutoPause half = times(AutoPause.FREE, 20, UPDATE, APPLIED);

        AutoPause next = times(half, 20, UPDATE, REFUSED);

        assertThat(next.isEngaged()).isFalse();
        assertThat(next.after(UPDATE, REFUSED, START).isEngaged()).isTrue();
    }

    @Test
    void forgetsWhatIsOlderThanAQuarterOfAnHour() {
        AutoPause pause = times(AutoPause.FREE, 19, UPDATE, REFUSED);

        AutoPause later = pause.after(UPDATE, REFUSED, START.plus(Duration.ofMinutes(15)));

        assertThat(later.isEngaged()).isFalse();
        assertThat(later.counts()).hasSize(1);
    }

    @Test
    void keepsOneCountForEachMinuteAtMost() {
        AutoPause pause = AutoPause.FREE;
        for (int second = 0; second < 7_200; second++) {
            pause = pause.after(UPDATE, APPLIED, START.plusSeconds(second));
        }

        assertThat(pause.counts()).hasSizeLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void countsReasonsOfAnObjectAlone(Reason reason) {
        AutoPause pause = times(AutoPause.FREE, 25, UPDATE, refused(reason));

        boolean ofTheObject =
                reason.scope() == Reason.Scope.OBJECT && reason != Reason.DIRECTION_CLOSED;
        assertThat(pause.isEngaged()).isEqualTo(ofTheObject);
    }

    @Test
    void countsNeitherStatusWritesNorReadsNorLostAnswers() {
        AutoPause pause = AutoPause.FREE;
        pause = times(pause, 25, new Work.Ask(), REFUSED);
        pause = times(pause, 25, new Work.LookInErp(ROUND, "1"), REFUSED);
        pause = times(pause, 25, UPDATE, new Outcome.Unknown("no answer"));
        pause =
                times(
                        pause,
                        25,
                        UPDATE,
                        new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "closed"));

        assertThat(pause).isEqualTo(AutoPause.FREE);
    }
}

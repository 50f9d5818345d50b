package io.erpsync.writer.execute;

import static io.erpsync.writer.execute.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnsweredTest {

    private static final Instant BEGAN = NOON.plusSeconds(60);
    private static final Instant ENDED = NOON.plusSeconds(61);
    private static final Attempt LOOKED = new Attempt.LookFirst(NOON, NOON);
    private static final Attempt UNSETTLED = new Attempt.Unsettled(NOON);

    private static final Outcome APPLIED =
            new Outcome.Applied(
                    new StoredRecord(
                            new RecordReference(Examples.FORTNOX, "customer", "7"),
                            null,
                            Examples.NAME,
                            NOON));
    private static final Outcome UNKNOWN = new Outcome.Unknown("500");
    private static final Outcome REFUSED = new Outcome.Refused(Reason.INVALID_VALUE, "Name", "nej");
    private static final Outcome ABSENT = new Outcome.Absent("404");
    private static final Outcome CONFLICT = new Outcome.Conflict("412");
    private static final Outcome UNAVAILABLE =
            new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "no connection");

    @Test
    void aFirstAttemptBeganWhenItWasMade() {
        for (Outcome outcome : List.of(APPLIED, UNKNOWN, REFUSED, ABSENT, CONFLICT)) {
            assertThat(attemptedAt(outcome, new Attempt.First())).isEqualTo(BEGAN);
        }
    }

    @Test
    void aFirstAttemptThatSurelySentNothingWasNone() {
        assertThat(attemptedAt(UNAVAILABLE, new Attempt.First())).isNull();
    }

    @Test
    void whatMayHaveBeenFoundIsNotKnownToBeOurs() {
        assertThat(attemptedAt(APPLIED, LOOKED)).isNull();
    }

    @Test
    void anEarlierAttemptIsNotForgottenWhileItsFateIsOpen() {
        for (Outcome outcome : List.of(UNKNOWN, REFUSED, ABSENT, CONFLICT, UNAVAILABLE)) {
            assertThat(attemptedAt(outcome, LOOKED)).isEqualTo(NOON);
        }
        assertThat(attemptedAt(UNKNOWN, UNSETTLED)).isEqualTo(NOON);
    }

    @Test
    void ofWhatWasNotSentOnlyEarlierAttemptsAreTold() {
        assertThat(Answered.unsent(REFUSED, new Attempt.First(), ENDED).attemptedAt()).isNull();
        assertThat(Answered.unsent(REFUSED, LOOKED, ENDED).attemptedAt()).isEqualTo(NOON);
        assertThat(Answered.unsent(REFUSED, UNSETTLED, ENDED).attemptedAt()).isEqualTo(NOON);
    }

    private static @Nullable Instant attemptedAt(Outcome outcome, Attempt attempt) {
        return Answered.of(outcome, attempt, BEGAN, ENDED).attemptedAt();
    }
}

package io.erpsync.writer.execute;

import static io.erpsync.writer.execute.Examples.FORTNOX;
import static io.erpsync.writer.execute.Examples.KEEPS_KEY;
import static io.erpsync.writer.execute.Examples.KEEPS_NONE;
import static io.erpsync.writer.execute.Examples.NOON;
import static io.erpsync.writer.execute.Examples.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Capabilities;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptTest {

    private static final Instant EARLIER = NOON.minusSeconds(300);
    private static final Instant SOON = NOON.plusSeconds(5);
    private static final Instant LATER = NOON.plusSeconds(60);

    static Stream<Arguments> rule() {
        Attempt first = new Attempt.First();
        return Stream.of(
                // task, attempted before, delivered again, target, now → attempt
                Arguments.of(Examples.create(), null, false, KEEPS_KEY, SOON, first),
                Arguments.of(Examples.create(), null, false, KEEPS_NONE, LATER, first),
                Arguments.of(Examples.create(), EARLIER, false, KEEPS_KEY, SOON, look(EARLIER)),
                Arguments.of(Examples.create(), EARLIER, false, KEEPS_NONE, SOON, look(EARLIER)),
                Arguments.of(
                        Examples.create(), null, true, KEEPS_KEY, SOON, lookUntilNow(NOON, SOON)),
                Arguments.of(Examples.create(), null, true, KEEPS_KEY, LATER, unsettled(NOON)),
                Arguments.of(Examples.create(), null, true, KEEPS_NONE, SOON, unsettled(NOON)),
                Arguments.of(Examples.create(), EARLIER, true, KEEPS_KEY, SOON, unsettled(EARLIER)),
                Arguments.of(
                        Examples.create(), EARLIER, true, KEEPS_NONE, SOON, unsettled(EARLIER)),
                Arguments.of(Examples.update(), null, false, KEEPS_KEY, SOON, first),
                Arguments.of(Examples.update(), EARLIER, false, KEEPS_KEY, SOON, look(EARLIER)),
                Arguments.of(Examples.update(), null, true, KEEPS_NONE, LATER, look(NOON)),
                Arguments.of(Examples.update(), EARLIER, true, KEEPS_KEY, SOON, look(EARLIER)),
                Arguments.of(Examples.read(), null, true, KEEPS_KEY, SOON, first),
                Arguments.of(Examples.read(), EARLIER, false, KEEPS_KEY, SOON, first),
                Arguments.of(new Task.Probe(), EARLIER, true, KEEPS_NONE, SOON, first));
    }

    @ParameterizedTest
    @MethodSource("rule")
    void followsTheRule(
            Task task,
            @Nullable Instant attempted,
            boolean again,
            Capabilities target,
            Instant now,
            Attempt expected) {
        Command command = command("link", task, MatrixCell.CREATE_FROM_LIME, FORTNOX, attempted);

        assertThat(Attempt.of(command, again, target, now)).isEqualTo(expected);
    }

    @Test
    void tellsTheEngineSinceWhenItMayHaveBeenTried() {
        Outcome unavailable = new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "");
        Outcome unknown = new Outcome.Unknown("");

        assertThat(Answered.of(unknown, new Attempt.First(), SOON, LATER).attemptedAt())
                .isEqualTo(SOON);
        assertThat(Answered.of(unavailable, new Attempt.First(), SOON, LATER).attemptedAt())
                .isNull();
        assertThat(Answered.of(unavailable, look(NOON), SOON, LATER).attemptedAt()).isEqualTo(NOON);
        assertThat(Answered.of(unknown, unsettled(NOON), SOON, LATER).attemptedAt())
                .isEqualTo(NOON);
        for (Attempt attempt : List.of(look(NOON), unsettled(NOON))) {
            assertThat(Answered.unsent(unavailable, attempt, LATER).attemptedAt()).isEqualTo(NOON);
        }
        assertThat(Answered.unsent(unavailable, new Attempt.First(), LATER).attemptedAt()).isNull();
    }

    private static Attempt look(Instant since) {
        return new Attempt.LookFirst(since, since);
    }

    /** Whoever had it before may have sent it until just now. */
    private static Attempt lookUntilNow(Instant since, Instant now) {
        return new Attempt.LookFirst(since, now);
    }

    private static Attempt unsettled(Instant since) {
        return new Attempt.Unsettled(since);
    }
}

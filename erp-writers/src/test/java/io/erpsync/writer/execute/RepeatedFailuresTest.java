package io.erpsync.writer.execute;

import static io.erpsync.writer.execute.Examples.NOON;
import static io.erpsync.writer.execute.Examples.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.MatrixCell;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedFailuresTest {

    private static final Outcome SILENT = new Outcome.Unknown("500");
    private static final Outcome DOWN =
            new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "503");
    private static final Outcome GONE = new Outcome.Absent("404");
    private static final Outcome REFUSED =
            new Outcome.Refused(Reason.INVALID_VALUE, "Name", "not so");
    private static final Outcome APPLIED =
            new Outcome.Applied(
                    new StoredRecord(
                            new RecordReference(Examples.FORTNOX, "customer", "7"),
                            null,
                            Examples.NAME,
                            NOON));

    private final RepeatedFailures failures = new RepeatedFailures();
    private final Command bad = command("bad", Examples.update());
    private final Command good = command("good", Examples.update());
    private final List<Command> many = updates(100);

    @Test
    void refusesTheFifthFailureOfOneObjectWhileOthersPass() {
        failWhileOthersPass(bad, SILENT, 4);

        assertThat(judge(bad, SILENT))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .returns(Reason.FAILS_REPEATEDLY, Outcome.Refused::reason)
                .returns("5 times in a row, while others pass: 500", Outcome.Refused::words);
    }

    @Test
    void refusesAnObjectThatCannotBeReadWhileOthersCan() {
        Command unreadable = command("bad", Examples.read());
        for (int time = 0; time < 4; time++) {
            assertThat(judge(unreadable, DOWN)).isEqualTo(DOWN);
            judge(command("good", Examples.read()), APPLIED);
        }

        assertThat(judge(unreadable, DOWN)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesAnUpdateThatNobodyCanLookForWhileOthersPass() {
        Command attempted =
                command(
                        "bad",
                        Examples.update(),
                        MatrixCell.UPDATE_FROM_LIME,
                        Examples.FORTNOX,
                        NOON.minusSeconds(60));
        failWhileOthersPass(bad, SILENT, 1);
        failWhileOthersPass(attempted, DOWN, 3);

        assertThat(judge(attempted, DOWN)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesEachOfSeveralObjectsThatFailAtTheSameTime() {
        List<Command> bads = new ArrayList<>(updates(20));
        for (int time = 0; time < 6; time++) {
            bads.removeIf(one -> judge(one, SILENT) instanceof Outcome.Refused);
            judge(good, APPLIED);
        }

        assertThat(bads).isEmpty();
    }

    @Test
    void refusesNoneOfManyAfterALongOutage() {
        many.forEach(one -> judge(one, APPLIED));
        for (int time = 0; time < 50; time++) {
            assertThat(many).allSatisfy(one -> assertThat(judge(one, SILENT)).isEqualTo(SILENT));
        }

        // The first pass again while the last still wait for answers that never come.
        for (int next = 0; next < many.size() / 2; next++) {
            assertThat(judge(many.get(next), APPLIED)).isEqualTo(APPLIED);
            assertThat(judge(many.reversed().get(next), SILENT)).isEqualTo(SILENT);
        }
        assertThat(many.reversed())
                .allSatisfy(one -> assertThat(judge(one, SILENT)).isEqualTo(SILENT));
    }

    @Test
    void doesNotTakeAnOutageThatComesAndGoesForTheFaultOfOneObject() {
        for (int time = 0; time < 50; time++) {
            many.forEach(one -> assertThat(judge(one, SILENT)).isEqualTo(SILENT));
            assertThat(judge(bad, SILENT)).isEqualTo(SILENT);
            many.forEach(one -> judge(one, APPLIED));
        }
    }

    @Test
    void doesNotCountAFailureBeforeAnotherHasPassedSinceTheLast() {
        failWhileOthersPass(bad, SILENT, 3);
        for (int time = 0; time < 50; time++) {
            assertThat(judge(bad, SILENT)).isEqualTo(SILENT);
        }
    }

    @Test
    void doesNotCountAFailureAfterAnotherBeganToFail() {
        failWhileOthersPass(bad, SILENT, 4);
        judge(command("another", Examples.update()), SILENT);

        assertThat(judge(bad, SILENT)).isEqualTo(SILENT);

        judge(good, APPLIED);
        assertThat(judge(bad, SILENT)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void blamesNoObjectThatIsAloneInItsConnection() {
        failures.judge(of("other"), false, APPLIED);
        for (int time = 0; time < 50; time++) {
            assertThat(judge(bad, SILENT)).isEqualTo(SILENT);
            failures.judge(of("other"), false, APPLIED);
        }
    }

    @Test
    void refusesACreateThatFailsWhileOthersAreMade() {
        Command attempted =
                command(
                        "bad",
                        Examples.create(),
                        MatrixCell.CREATE_FROM_LIME,
                        Examples.FORTNOX,
                        NOON.minusSeconds(60));
        for (int time = 0; time < 4; time++) {
            judge(command("new" + time, Examples.create()), APPLIED);
            assertThat(judge(attempted, SILENT)).isEqualTo(SILENT);
        }
        judge(command("new", Examples.create()), APPLIED);

        assertThat(judge(attempted, SILENT)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void neverRefusesAProbe() {
        Command probe = command("acme", new Task.Probe());
        for (int time = 0; time < 50; time++) {
            assertThat(judge(probe, DOWN)).isEqualTo(DOWN);
            judge(command("other", new Task.Probe()), APPLIED);
            judge(good, APPLIED);
        }
    }

    @Test
    void doesNotTakeReadsThatPassForWritesThatWould() {
        for (int time = 0; time < 50; time++) {
            assertThat(judge(bad, SILENT)).isEqualTo(SILENT);
            judge(command("good", Examples.read()), APPLIED);
            judge(command("new", Examples.create()), APPLIED);
        }
    }

    @Test
    void doesNotTakeWhatWasNotCarriedOutForAPass() {
        for (int time = 0; time < 50; time++) {
            assertThat(judge(bad, SILENT)).isEqualTo(SILENT);
            judge(good, REFUSED);
            judge(good, GONE);
            judge(good, new Outcome.Conflict("409"));
        }
    }

    @Test
    void doesNotCountAnUpdateOfWhichNothingWasSent() {
        failWhileOthersPass(bad, SILENT, 4);

        assertThat(judge(bad, DOWN)).isEqualTo(DOWN);
    }

    @Test
    void doesNotCountWhatIsNoFaultOfTheTarget() {
        Outcome limited = new Outcome.Unavailable(Reason.RATE_LIMITED, Duration.ZERO, "429");
        failWhileOthersPass(bad, SILENT, 4);

        assertThat(judge(bad, limited)).isEqualTo(limited);
        assertThat(judge(command("bad", Examples.read()), limited)).isEqualTo(limited);
    }

    @Test
    void doesNotCountAnAttemptThatWasBrokenOff() {
        failWhileOthersPass(bad, SILENT, 4);

        assertThat(failures.judge(bad, true, SILENT)).isEqualTo(SILENT);
        assertThat(judge(bad, SILENT)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void beginsAnewAfterAPass(boolean brokenOff) {
        failWhileOthersPass(bad, SILENT, 4);
        failures.judge(bad, brokenOff, APPLIED);

        failWhileOthersPass(bad, SILENT, 4);
    }

    @Test
    void beginsAnewAfterAnyAnswerForTheObject() {
        for (Outcome answer : List.of(GONE, REFUSED, new Outcome.Conflict("409"))) {
            failWhileOthersPass(bad, SILENT, 4);

            assertThat(judge(bad, answer)).isEqualTo(answer);
        }
    }

    @Test
    void goesOnCountingWritesWhenReadsOfTheObjectPass() {
        failWhileOthersPass(bad, SILENT, 4);
        judge(command("bad", Examples.read()), APPLIED);

        assertThat(judge(bad, SILENT)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void beginsAnewAfterTheRefusal() {
        failWhileOthersPass(bad, SILENT, 4);
        judge(bad, SILENT);
        judge(good, APPLIED);

        failWhileOthersPass(bad, SILENT, 4);
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        failWhileOthersPass(bad, SILENT, 4);
        updates(10_000).forEach(one -> judge(one, SILENT));
        judge(good, APPLIED);

        assertThat(judge(bad, SILENT)).isEqualTo(SILENT);
    }

    private void failWhileOthersPass(Command command, Outcome outcome, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(judge(command, outcome)).isEqualTo(outcome);
            judge(good, APPLIED);
        }
    }

    private Outcome judge(Command command, Outcome outcome) {
        return failures.judge(command, false, outcome);
    }

    private static List<Command> updates(int objects) {
        return IntStream.range(0, objects)
                .mapToObj(link -> command("link-" + link, Examples.update()))
                .toList();
    }

    /** The good object of another connection. */
    private Command of(String connection) {
        return new Command(
                good.id(),
                new ConnectionName(connection),
                good.link(),
                good.target(),
                good.entity(),
                good.task(),
                good.cell(),
                good.attemptedSince(),
                good.urgency(),
                good.issuedAt());
    }
}

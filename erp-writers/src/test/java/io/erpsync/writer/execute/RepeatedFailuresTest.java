package io.erpsync.writer.execute;

import static io.erpsync.writer.execute.Examples.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RepeatedFailuresTest {

    private static final Outcome SILENT = new Outcome.Unknown("500");
    private static final Outcome DOWN =
            new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, "503");
    private static final Outcome GONE = new Outcome.Absent("404");

    private final RepeatedFailures failures = new RepeatedFailures();
    private final Command bad = command("bad", Examples.update());
    private final Command good = command("good", Examples.update());

    @Test
    void refusesTheFifthFailureOfOneObjectWhileOthersPass() {
        failFourTimes();
        assertThat(failures.judge(good, GONE)).isEqualTo(GONE);

        assertThat(failures.judge(bad, DOWN))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .returns(Reason.FAILS_REPEATEDLY, Outcome.Refused::reason);
    }

    @Test
    void blamesNoObjectWhileNothingPasses() {
        failFourTimes();

        assertThat(failures.judge(bad, SILENT)).isEqualTo(SILENT);
        assertThat(failures.judge(bad, SILENT)).isEqualTo(SILENT);
    }

    @Test
    void doesNotTakeWhatPassedBeforeForASign() {
        failures.judge(good, GONE);
        failFourTimes();

        assertThat(failures.judge(bad, SILENT)).isEqualTo(SILENT);
    }

    @Test
    void beginsAnewAfterAPass() {
        failFourTimes();
        failures.judge(good, GONE);
        failures.judge(bad, GONE);

        assertThat(failures.judge(bad, SILENT)).isEqualTo(SILENT);
    }

    @Test
    void beginsAnewAfterTheRefusal() {
        failFourTimes();
        failures.judge(good, GONE);
        failures.judge(bad, SILENT);

        assertThat(failures.judge(bad, SILENT)).isEqualTo(SILENT);
    }

    @Test
    void doesNotCountWhatIsNoFaultOfTheTarget() {
        Outcome limited = new Outcome.Unavailable(Reason.RATE_LIMITED, null, "429");
        failFourTimes();
        failures.judge(good, GONE);

        assertThat(failures.judge(bad, limited)).isEqualTo(limited);
    }

    private void failFourTimes() {
        for (int time = 0; time < 4; time++) {
            assertThat(failures.judge(bad, SILENT)).isEqualTo(SILENT);
        }
    }
}

package io.erpsync.writer.target;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Command;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Counts and times what becomes of commands. */
final class CommandMeters {

    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void answered(Command command, Answered answered, Duration took) {
        String action = word(command.task().action());
        meters.counter(
                        "erpsync.writer.commands",
                        "action",
                        action,
                        "outcome",
                        outcome(answered.outcome()),
                        "reason",
                        reason(answered.outcome()))
                .increment();
        Timer.builder("erpsync.writer.command")
                .description("From the start of a command, waiting at the gate included.")
                .tag("action", action)
                .publishPercentileHistogram()
                .register(meters)
                .record(took);
    }

    static String outcome(Outcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(Reason reason, _, _) -> word(reason);
            case Outcome.Unavailable(Reason reason, _, _) -> word(reason);
            case Outcome.Applied _, Outcome.Absent _, Outcome.Conflict _, Outcome.Unknown _ ->
                    "none";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

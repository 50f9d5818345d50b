package io.erpsync.writer.target;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.Capabilities;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Attempt;
import io.erpsync.writer.execute.Call;
import io.erpsync.writer.execute.Clearance;
import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.Connections;
import io.erpsync.writer.execute.Executor;
import io.erpsync.writer.execute.ReadFields;
import io.erpsync.writer.execute.RepeatedFailures;
import io.erpsync.writer.execute.Task;
import io.erpsync.writer.resilience.Breakers;
import io.erpsync.writer.resilience.CommandDeadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands to one target, each from the last look at the matrix to its answer. */
final class TargetExecutor implements Executor {

    private static final Logger LOGGER = LoggerFactory.getLogger(TargetExecutor.class);

    private final Connections connections;
    private final OpenConnections open;
    private final Capabilities capabilities;
    private final Breakers breakers;
    private final CommandDeadline deadline;
    private final CommandMeters meters;
    private final InstantSource clock;
    private final RepeatedFailures failures = new RepeatedFailures();

    TargetExecutor(
            Connections connections,
            OpenConnections open,
            Capabilities capabilities,
            Breakers breakers,
            CommandDeadline deadline,
            CommandMeters meters,
            InstantSource clock) {
        this.connections = connections;
        this.open = open;
        this.capabilities = capabilities;
        this.breakers = breakers;
        this.deadline = deadline;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Answered execute(Command command, boolean again) {
        Instant began = clock.instant();
        Attempt attempt = Attempt.of(command, again, capabilities, began);
        Connection connection = connections.find(command.connection());
        Outcome refusal = Clearance.refusal(connection, command);
        Answered answered =
                refusal != null || connection == null
                        ? Answered.unsent(
                                unsentAfterAll(command, again, orUnconfigured(refusal)),
                                attempt,
                                clock.instant())
                        : Answered.of(
                                carriedOut(connection, command, attempt, again, began),
                                attempt,
                                began,
                                clock.instant());
        meters.answered(command, answered, Duration.between(began, answered.answeredAt()));
        log(command, again, answered);
        return answered;
    }

    private Outcome carriedOut(
            Connection connection, Command command, Attempt attempt, boolean again, Instant began) {
        ConnectedSystem system;
        try {
            system = open.of(connection);
        } catch (SettingsFault fault) {
            return afterAll(command, again, settingsFault(fault.getMessage()));
        }
        Set<String> fields = fieldsToRead(connection, command);
        Outcome outcome =
                breakers.call(
                        command,
                        !again,
                        () ->
                                asked(
                                        command,
                                        again,
                                        () -> Call.make(command, attempt, system, fields, began)));
        return afterAll(command, again, outcome);
    }

    /**
     * What {@code call} answers in time. Judged here, inside the breaker: what an open one answers
     * was never sent and says nothing of the object, and what is the object's own fault is not told
     * to the breaker as the target's.
     */
    private Outcome asked(Command command, boolean again, Supplier<Outcome> call) {
        Outcome outcome = deadline.call(command, call);
        boolean brokenOff = again || Thread.currentThread().isInterrupted();
        return failures.judge(command, brokenOff, outcome);
    }

    /**
     * That surely nothing was written can be said of this attempt only, not of one that a writer
     * before us may have begun and of which the engine does not know.
     */
    private static Outcome afterAll(Command command, boolean again, Outcome outcome) {
        return again
                        && command.task().writes()
                        && outcome instanceof Outcome.Unavailable(_, _, String words)
                ? new Outcome.Unknown("an earlier attempt could not be looked for: " + words)
                : outcome;
    }

    /** What we may not send, somebody before us may have sent when it was allowed. */
    private static Outcome unsentAfterAll(Command command, boolean again, Outcome refusal) {
        return again && command.task().writes() && refusal instanceof Outcome.Refused refused
                ? new Outcome.Unknown(
                        "an earlier attempt could not be looked for: " + refused.words())
                : afterAll(command, again, refusal);
    }

    private static Set<String> fieldsToRead(Connection connection, Command command) {
        return command.task() instanceof Task.Read(ObjectType type, _)
                ? ReadFields.of(connection, type, command.target())
                : Set.of();
    }

    private static Outcome orUnconfigured(@Nullable Outcome refusal) {
        return refusal == null ? settingsFault("the connection is not configured") : refusal;
    }

    private static Outcome settingsFault(@Nullable String words) {
        return new Outcome.Unavailable(Reason.SETTINGS_FAULT, null, String.valueOf(words));
    }

    private static void log(Command command, boolean again, Answered answered) {
        LOGGER.atInfo()
                .addKeyValue("connection", command.connection())
                .addKeyValue("commandId", command.id())
                .addKeyValue("linkId", command.link())
                .addKeyValue("action", command.task().action())
                .addKeyValue("again", again)
                .addKeyValue("outcome", CommandMeters.outcome(answered.outcome()))
                .addKeyValue("reason", CommandMeters.reason(answered.outcome()))
                .log("Command answered.");
    }
}

package io.erpsync.cli.command;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.settings.ExitCodes;
import io.erpsync.cli.settings.GlobalOptions;
import io.erpsync.cli.text.Ink;
import io.erpsync.cli.text.Person;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.serde.RegistryUnavailable;
import io.erpsync.schemas.topics.BrokerUnavailable;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.TypeConversionException;

/** All commands, and what each kind of failure ends the process with. */
public final class CommandTree {

    private static final int HELP_WIDTH = 100;

    private CommandTree() {}

    /** Ready to execute; prints to {@code out}, and what went wrong to {@code err}. */
    public static CommandLine of(
            PrintWriter out, PrintWriter err, InstantSource clock, Person person) {
        GlobalOptions options = new GlobalOptions();
        Session session = new Session(options, out, err, clock, person);
        CommandLine tree =
                new CommandLine(new RootCommand(options, session))
                        .addSubcommand(new TopicsCommand(session))
                        .addSubcommand(new LinksCommand(session))
                        .addSubcommand(new HistoryCommand(session))
                        .addSubcommand(new DeadLettersCommand(session))
                        .addSubcommand(new BrakeCommand(session))
                        .addSubcommand(new CheckCommand(session));
        return tree.setOut(out)
                .setErr(err)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(Help.defaultColorScheme(ansi(person)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(ConnectionName.class, CommandTree::connection)
                .setExecutionExceptionHandler(
                        (failed, _, _) -> {
                            CannotRun told = told(failed);
                            if (told == null) {
                                // A fault of ours: whoever mends it needs to see where it is.
                                failed.printStackTrace(err);
                                return ExitCodes.OWN_FAULT;
                            }
                            err.println("erpsync: " + told.getMessage());
                            return told.exitCode();
                        });
    }

    private static Help.Ansi ansi(Person person) {
        return Ink.of(person) == Ink.ANSI ? Help.Ansi.ON : Help.Ansi.OFF;
    }

    private static ConnectionName connection(String text) {
        try {
            return new ConnectionName(text);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }

    private static @Nullable CannotRun told(Exception failed) {
        return switch (failed) {
            case CannotRun known -> known;
            case RegistryUnavailable _ ->
                    CannotRun.unreachable(
                            "the schema registry does not answer: is it running, and is"
                                    + " --registry-url right? ("
                                    + failed.getMessage()
                                    + ")");
            case BrokerUnavailable _ ->
                    CannotRun.unreachable(
                            "the Kafka brokers do not answer: " + failed.getMessage());
            case ConfigException _ -> CannotRun.usage(String.valueOf(failed.getMessage()));
            // What the registry has not, or refuses, a person must put right.
            case KafkaException _ -> CannotRun.fault(String.valueOf(failed.getMessage()));
            default -> null;
        };
    }

    static int code(boolean well) {
        return well ? ExitCodes.OK : ExitCodes.FAULTS;
    }
}

package io.erpsync.cli.command;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.cli.settings.ExitCodes;
import io.erpsync.cli.settings.GlobalOptions;
import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.serde.RegistryUnavailable;
import io.erpsync.schemas.topics.BrokerUnavailable;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** All commands, and what each kind of failure ends the process with. */
public final class CommandTree {

    private static final int HELP_WIDTH = 100;

    private CommandTree() {}

    /** Ready to execute; prints to {@code out}, and what went wrong to {@code err}. */
    public static CommandLine of(PrintWriter out, PrintWriter err, InstantSource clock) {
        GlobalOptions options = new GlobalOptions();
        Session session = new Session(options, out, err, clock);
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
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(ConnectionName.class, CommandTree::connection)
                .setExecutionExceptionHandler(
                        (failed, _, _) -> {
                            CannotRun told = told(failed);
                            err.println("erpsync: " + told.getMessage());
                            return told.exitCode();
                        });
    }

    private static ConnectionName connection(String text) {
        try {
            return new ConnectionName(text);
        } catch (IllegalArgumentException malformed) {
            throw new TypeConversionException(malformed.getMessage());
        }
    }

    private static CannotRun told(Exception failed) throws Exception {
        return switch (failed) {
            case CannotRun known -> known;
            case RegistryUnavailable _ ->
                    CannotRun.unreachable(
                            "the schema registry does not answer: "
                                    + failed.getMessage()
                                    + "; is it running, and is --registry-url right?");
            case BrokerUnavailable _ ->
                    CannotRun.unreachable(
                            "the Kafka brokers do not answer: " + failed.getMessage());
            case ConfigException _ -> CannotRun.usage(String.valueOf(failed.getMessage()));
            // What the registry has not, or refuses, a person must put right.
            case KafkaException _ -> CannotRun.fault(String.valueOf(failed.getMessage()));
            default -> throw failed;
        };
    }

    static int code(boolean well) {
        return well ? ExitCodes.OK : ExitCodes.FAULTS;
    }
}

package io.erpsync.demo;

import io.erpsync.demo.stack.Layout;
import io.erpsync.demo.stack.LoadedClasses;
import io.erpsync.demo.stack.Stack;
import io.erpsync.demo.stack.StartFailed;
import io.erpsync.demo.story.Story;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The demo's command line. */
@Command(
        name = "bin/demo",
        mixinStandardHelpOptions = true,
        subcommands = BrokerCommand.class,
        description =
                "Starts Kafka, a schema registry, the sandbox and all services on this machine, and tells a story with them.")
public final class Demo implements Callable<Integer> {

    @Option(
            names = "--exit",
            description =
                    "End after the story; status 0 only if every step was seen on both sides.")
    private boolean exit;

    @Option(names = "--no-story", description = "Only start everything, and stay up.")
    private boolean noStory;

    @Option(names = "--home", hidden = true, defaultValue = ".", description = "The checkout.")
    private Path home = Path.of(".");

    @Override
    public Integer call() throws InterruptedException {
        Layout layout = new Layout(home.toAbsolutePath().normalize());
        Terminal terminal = new Terminal();
        AtomicBoolean interrupted = new AtomicBoolean();
        try (Stack stack = new Stack(layout, terminal::progress)) {
            Thread onStop = Thread.ofPlatform().unstarted(() -> stop(stack, terminal, interrupted));
            Runtime.getRuntime().addShutdownHook(onStop);
            LoadedClasses.prepare(layout, terminal::progress);
            stack.start();
            boolean good = noStory || new Story(terminal).tell();
            if (exit) {
                return good ? 0 : 1;
            }
            terminal.addresses();
            new CountDownLatch(1).await();
            return 0;
        } catch (StartFailed failed) {
            if (interrupted.get()) {
                return 130;
            }
            terminal.failed(failed.getMessage());
            return 2;
        }
    }

    private static void stop(Stack stack, Terminal terminal, AtomicBoolean interrupted) {
        if (!stack.isClosed()) {
            interrupted.set(true);
            terminal.stopping();
            stack.close();
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }
}

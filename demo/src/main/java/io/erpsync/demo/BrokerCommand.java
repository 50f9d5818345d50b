package io.erpsync.demo;

import io.erpsync.demo.stack.DemoBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the broker in this process; what the demo starts as its first child. */
@Command(
        name = "broker",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Runs the broker alone.")
final class BrokerCommand implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data = Path.of(".");

    @Option(names = "--port", required = true)
    private int port;

    @Override
    public Integer call() throws IOException {
        DemoBroker.run(data, port);
        return 0;
    }
}

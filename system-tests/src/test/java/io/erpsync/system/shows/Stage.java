package io.erpsync.system.shows;

import io.erpsync.system.Pair;
import io.erpsync.system.StackPlan;
import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * A stack for one show, with a clock of its own for the figures. The logs of the services stay in
 * {@code target/runs} under the show's name until it runs again.
 */
final class Stage implements AutoCloseable {

    private final String name;
    private final SystemStack stack;
    private final TopicLog topics;
    private final long begun;

    private Stage(String name, SystemStack stack) {
        this.name = name;
        this.stack = stack;
        this.topics = new TopicLog(stack);
        this.begun = System.nanoTime();
    }

    /** The same stack for a show of that name, with its own clock. */
    Stage named(String show) {
        return new Stage(show, stack);
    }

    /** Brings new connections, with nothing on either side. */
    void connect(List<Pair> pairs) throws IOException {
        for (Pair pair : pairs) {
            stack.furnish(pair);
            stack.connect(pair);
        }
    }

    /** Ends connections, so that they cost the next show nothing. */
    void disconnect(List<Pair> pairs) throws IOException {
        for (Pair pair : pairs) {
            stack.disconnect(pair);
        }
    }

    /** Starts everything and waits until all services are ready. */
    static Stage open(String name, StackPlan plan) throws IOException {
        return new Stage(name, new SystemStack(folder(name), plan));
    }

    /** An empty folder of that name, for a run's logs or a broken service. */
    static Path folder(String name) throws IOException {
        Path folder = Path.of(System.getProperty("runs.home", "target/runs")).resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** {@code -Dworkload.seed=} or a new one; printed. */
    long seed() {
        String given = System.getProperty("workload.seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        say("workload.seed=" + seed);
        return seed;
    }

    SystemStack stack() {
        return stack;
    }

    TopicLog topics() {
        return topics;
    }

    /** Prints one line of figures with the seconds since all was ready. */
    void say(String line) {
        print(name, seconds(), line);
    }

    /** Fails the run with all findings, after printing them. */
    void demand(List<String> findings) {
        findings.stream().limit(20).forEach(finding -> say("WRONG: " + finding));
        if (!findings.isEmpty()) {
            throw new AssertionError(
                    name + ": " + findings.size() + " findings, first: " + findings.getFirst());
        }
    }

    /** Waits for what is named, looking each second. */
    static ConditionFactory within(Duration atMost, String what) {
        return Awaitility.await(what).atMost(atMost).pollInterval(Duration.ofSeconds(1));
    }

    /** Lets that much time pass, and fails at once when {@code calm} no longer holds. */
    static void watch(Duration time, String calm, java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await(calm)
                .pollInterval(Duration.ofSeconds(1))
                .during(time)
                .atMost(time.plusSeconds(30))
                .until(holds);
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String name, double seconds, String line) {
        System.out.printf(Locale.ROOT, "%s %6.1f s  %s%n", name, seconds, line);
    }

    @Override
    public void close() {
        topics.close();
        stack.close();
    }
}

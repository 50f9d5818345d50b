package io.erpsync.system.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.system.Sides;
import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Chronicle;
import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import io.erpsync.system.judge.Judge;
import io.erpsync.system.workload.Branch;
import io.erpsync.system.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One run: people work, something disturbs, everything becomes quiet, all guarantees are judged.
 */
final class RandomRun {

    /** The longest wait of a connection that is tried again, and some more. */
    private static final Duration STANDS = Duration.ofSeconds(35);

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration ONE_LOOK = Duration.ofSeconds(1);
    private static final Duration HOLDS_END = Duration.ofSeconds(20);
    private static final Duration STAYS_QUIET = Duration.ofSeconds(3);

    private final SystemStack stack;
    private final long seed;
    private final Run.Kind kind;
    private final Workload workload;
    private final LogReading logs;
    private final Accounts accounts;

    RandomRun(SystemStack stack, Run.Kind kind, List<Branch> branches) {
        this(stack, kind, branches, Workload.seed());
    }

    RandomRun(SystemStack stack, Run.Kind kind, List<Branch> branches, long seed) {
        this.stack = stack;
        this.kind = kind;
        this.seed = seed;
        this.logs = new LogReading(stack);
        this.accounts = new Accounts(stack);
        this.workload = new Workload(seed, stack, branches);
        stack.faults().clear();
        stack.faults().seed(seed);
        stack.clearTraffic();
    }

    long seed() {
        return seed;
    }

    /** What was found once it was quiet. */
    List<Finding> findings(int actions, Disturbance disturbance)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        workload.connect();
        for (Sides sides : workload.sides()) {
            stack.awaitPolled(sides.pair());
        }
        try {
            workload.awaitFirst();
            disturbance.begin();
            double connected = since(begun);
            workload.run(actions);
            Disturbance.Aftermath after = disturbance.end();
            double worked = since(begun);
            List<Finding> findings = judged(after);
            System.out.printf(
                    Locale.ROOT,
                    "%s, workload.seed=%d: connected after %.1f s, worked until %.1f s, judged after"
                            + " %.1f s%n",
                    kind,
                    seed,
                    connected,
                    worked,
                    since(begun));
            return findings;
        } finally {
            workload.disconnect();
        }
    }

    /** On a red run what happened to the records in question is printed: it may not come again. */
    private List<Finding> explained(Run run, List<Finding> findings) {
        System.out.println(Chronicle.of(run, findings));
        return findings;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    void holds(int actions, Disturbance disturbance) throws IOException, InterruptedException {
        List<Finding> findings = findings(actions, disturbance);

        assertThat(findings).as("workload.seed=" + seed).isEmpty();
    }

    /** Judges again and again until all is well, or nothing more is done about it. */
    private List<Finding> judged(Disturbance.Aftermath after) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        Instant lastChange = Instant.now();
        long written = -1;
        while (true) {
            Run run = seen(after, List.of());
            List<Finding> findings = Judge.findings(run);
            if (writtenIn(run) != written) {
                written = writtenIn(run);
                lastChange = Instant.now();
            }
            boolean stands = Instant.now().isAfter(lastChange.plus(STANDS));
            if (findings.isEmpty() || stands || Instant.now().isAfter(end)) {
                return findings.isEmpty() ? staysQuiet(after, written) : explained(run, findings);
            }
            Thread.sleep(ONE_LOOK);
        }
    }

    private List<Finding> staysQuiet(Disturbance.Aftermath after, long written)
            throws InterruptedException {
        Thread.sleep(STAYS_QUIET);
        Run run = seen(after, accountedFor());
        assertThat(writtenIn(run)).as("writes while nobody works, seed " + seed).isEqualTo(written);
        return explained(run, Judge.findings(run));
    }

    /** A look that was put off may end a moment later. */
    private List<String> accountedFor() throws InterruptedException {
        Set<String> names =
                workload.sides().stream()
                        .map(sides -> sides.pair().name())
                        .collect(Collectors.toSet());
        Instant end = Instant.now().plus(HOLDS_END);
        while (true) {
            List<String> faults = accounts.faults(names);
            if (faults.isEmpty() || Instant.now().isAfter(end)) {
                return faults;
            }
            Thread.sleep(ONE_LOOK);
        }
    }

    private static long writtenIn(Run run) {
        return run.connections().stream()
                .map(Evidence::writes)
                .flatMap(List::stream)
                .filter(Write::byUs)
                .count();
    }

    private Run seen(Disturbance.Aftermath after, List<String> unaccounted) {
        return new Run(
                seed,
                kind,
                workload.evidence(),
                refusedByRate() - after.refused(),
                logs.told(),
                after.restarts(),
                unaccounted);
    }

    private int refusedByRate() {
        int refused = 0;
        for (String system : List.of("lime", "fortnox")) {
            for (JsonNode caller : stack.traffic(system).path("callers")) {
                refused += caller.path("refused").asInt(0);
            }
        }
        return refused;
    }
}

package io.erpsync.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainRunIT {

    private static final Pair STANDARD = Pair.of("plain", "101", Directions.STANDARD);

    @Test
    void bothSidesAgreeOnceQuiet(@TempDir Path folder) throws IOException {
        String given = System.getProperty("workload.seed", "");
        long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        System.out.println("workload.seed=" + seed);
        try (SystemStack stack = new SystemStack(folder, StackPlan.of(STANDARD))) {
            Sides sides = stack.sides(STANDARD);
            Workload workload = new Workload(seed, sides);
            Judge judge = new Judge(seed, sides);

            workload.run(20);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(judge.findings(workload.companies())).isEmpty());
        }
    }
}

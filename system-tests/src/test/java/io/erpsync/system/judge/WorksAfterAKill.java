package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.time.Duration;
import java.util.List;

/**
 * 12: a killed service that is started again works without help. The guarantee's 6 s are a figure,
 * which the run prints; on a machine with little to spare, where two services start beside the work
 * of all connections, only a multiple of it tells a service that waits for something.
 */
final class WorksAfterAKill implements Guarantee {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Override
    public List<Finding> broken(Run run) {
        return run.restarts().stream()
                .filter(restart -> restart.worked().minus(restart.usual()).compareTo(LIMIT) > 0)
                .map(
                        restart ->
                                new Finding(
                                        12,
                                        run.seed(),
                                        restart.service(),
                                        "",
                                        "worked only "
                                                + restart.worked().toMillis()
                                                + " ms after it was ready, where "
                                                + restart.usual().toMillis()
                                                + " ms are usual"))
                .toList();
    }
}

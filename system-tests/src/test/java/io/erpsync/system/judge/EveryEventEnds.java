package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.util.List;

/** 8: every event ends as one of command, skip, hold and dead letter, and every hold ends. */
final class EveryEventEnds implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return run.unaccounted().stream()
                .map(fault -> new Finding(8, run.seed(), "history", "", fault))
                .toList();
    }
}

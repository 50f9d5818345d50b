package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.util.List;

/** 11: no secret and nothing of a person or company stands in a log. */
final class LogsTellNothing implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return run.logged().stream()
                .map(
                        line ->
                                new Finding(
                                        11,
                                        run.seed(),
                                        line.service(),
                                        "",
                                        line.what() + " in its log: " + line.line()))
                .toList();
    }
}

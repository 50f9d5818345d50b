package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.util.List;

/** 10: no request beyond a published limit, so none is refused for it. */
final class WithinTheRate implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return run.refusedByRate() == 0
                ? List.of()
                : List.of(
                        new Finding(
                                10,
                                run.seed(),
                                "all",
                                "",
                                run.refusedByRate() + " requests were refused as too many"));
    }
}

package io.erpsync.system.runs;

import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.workload.Branch;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class PlainRunIT {

    static final int ACTIONS = 50;

    @Test
    void everyGuaranteeHolds(SystemStack stack) throws IOException, InterruptedException {
        RandomRun run = new RandomRun(stack, Run.Kind.PLAIN, Branch.ofEachKind("plain", 100));

        run.holds(ACTIONS, Disturbance.none());
    }
}

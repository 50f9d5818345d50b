package io.erpsync.system.runs;

import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.workload.Branch;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class KilledRunIT {

    static final int ACTIONS = 50;

    @Test
    void everyGuaranteeHoldsWithEachServiceKilled(SystemStack stack)
            throws IOException, InterruptedException {
        RandomRun run = new RandomRun(stack, Run.Kind.KILLED, Branch.ofEachKind("killed", 200));

        run.holds(ACTIONS, new Kills(run.seed(), stack, 298));
    }
}

package io.erpsync.system.runs;

import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.workload.Branch;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class FaultyRunIT {

    static final int ACTIONS = 30;

    /** Above a late commit and a stale read together, as the real one is. */
    private static final int SETTLE_SECONDS = 4;

    static List<Branch> settling(List<Branch> branches) {
        return branches.stream().map(branch -> branch.withSettleTime(SETTLE_SECONDS)).toList();
    }

    @Test
    void everyGuaranteeHoldsWithAnswersThatGoWrong(SystemStack stack)
            throws IOException, InterruptedException {
        List<Branch> branches = settling(Branch.ofEachKind("faulty", 300));
        RandomRun run = new RandomRun(stack, Run.Kind.FAULTY, branches);

        run.holds(ACTIONS, new WrongAnswers(stack.faults()));
    }
}

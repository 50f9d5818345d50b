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

    @Test
    void everyGuaranteeHoldsWithAnswersThatGoWrong(SystemStack stack)
            throws IOException, InterruptedException {
        // Above a late commit and a stale read together, as the real one is.
        List<Branch> branches =
                Branch.ofEachKind("faulty", 300).stream()
                        .map(branch -> branch.withSettleTime(4))
                        .toList();
        RandomRun run = new RandomRun(stack, Run.Kind.FAULTY, branches);

        run.holds(30, new WrongAnswers(stack.faults()));
    }
}

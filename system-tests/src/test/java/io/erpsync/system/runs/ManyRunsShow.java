package io.erpsync.system.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.workload.Branch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random runs of every kind by turns, each with a new seed and connections of its own, in so many
 * rounds: {@code -Dworkload.rounds=10 -Dworkload.kinds=PLAIN,FAULTY}. Goes on after a finding and
 * tells all of them.
 */
@ExtendWith(StackExtension.class)
class ManyRunsShow {

    private static final int ROUNDS = Integer.getInteger("workload.rounds", 3);
    private static final String KINDS = System.getProperty("workload.kinds", "PLAIN,FAULTY,KILLED");
    private static final int FIRST_TENANT = 1000;
    private static final int TENANTS_OF_A_RUN = 10;

    @Test
    void everyGuaranteeHoldsAgainAndAgain(SystemStack stack)
            throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        int tenant = FIRST_TENANT;
        for (int round = 1; round <= ROUNDS; round++) {
            for (String kind : KINDS.split(",", -1)) {
                List<Finding> found = found(stack, Run.Kind.valueOf(kind), tenant);
                System.out.println(
                        "round %d of %d, %s: %d found"
                                .formatted(round, ROUNDS, kind, found.size()));
                findings.addAll(found);
                tenant += TENANTS_OF_A_RUN;
            }
        }

        assertThat(findings).isEmpty();
    }

    private static List<Finding> found(SystemStack stack, Run.Kind kind, int tenant)
            throws IOException, InterruptedException {
        List<Branch> branches = Branch.ofEachKind("run-" + tenant, tenant);
        return switch (kind) {
            case PLAIN ->
                    new RandomRun(stack, kind, branches)
                            .findings(PlainRunIT.ACTIONS, Disturbance.none());
            case KILLED -> {
                RandomRun run = new RandomRun(stack, kind, branches);
                yield run.findings(KilledRunIT.ACTIONS, new Kills(run.seed(), stack, tenant + 8));
            }
            case FAULTY ->
                    new RandomRun(stack, kind, FaultyRunIT.settling(branches))
                            .findings(FaultyRunIT.ACTIONS, new WrongAnswers(stack.faults()));
        };
    }
}

package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One guarantee of the design, as it can be seen from outside. */
interface Guarantee {

    /** Where it did not hold; empty when it did. */
    List<Finding> broken(Run run);

    /** Looks at each connection by itself; {@code look} says record and what is wrong. */
    static List<Finding> inEach(int number, Run run, Look look) {
        List<Finding> findings = new ArrayList<>();
        for (Evidence evidence : run.connections()) {
            look.at(
                    evidence,
                    (record, what) ->
                            findings.add(
                                    new Finding(
                                            number,
                                            run.seed(),
                                            evidence.connection(),
                                            record,
                                            what)));
        }
        return findings;
    }

    /** A look at one connection. */
    interface Look {
        void at(Evidence evidence, BiConsumer<String, String> say);
    }
}

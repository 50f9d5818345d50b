package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.util.List;
import java.util.Set;

/** 1, its second half: once quiet, no card is left in a status that asks for a sync. */
final class NothingIsLeftAsking implements Guarantee {

    private static final Set<String> ASKING =
            Set.of("readyforfirstsync", "updatesmade", "inprocess");

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                1,
                run,
                (evidence, say) ->
                        evidence.companies()
                                .keySet()
                                .forEach(
                                        id -> {
                                            if (ASKING.contains(evidence.status(id))) {
                                                say.accept(id, "is left in " + evidence.status(id));
                                            }
                                        }));
    }
}

package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.util.List;

/** Looks at a run in the light of every guarantee. */
public final class Judge {

    private static final List<Guarantee> ALL =
            List.of(
                    new EditsArrive(),
                    new NothingIsLeftAsking(),
                    new OneRecordEach(),
                    new ClosedDirection(),
                    new MovesOfTheTable(),
                    new NoEcho(),
                    new InOrder(),
                    new NobodyWaitsForOthers(),
                    new EveryEventEnds(),
                    new FailuresAreShown(),
                    new WithinTheRate(),
                    new LogsTellNothing(),
                    new WorksAfterAKill(),
                    new FirstContactWritesNothing());

    private Judge() {}

    /** Empty when every guarantee held. */
    public static List<Finding> findings(Run run) {
        return ALL.stream().flatMap(guarantee -> guarantee.broken(run).stream()).toList();
    }
}

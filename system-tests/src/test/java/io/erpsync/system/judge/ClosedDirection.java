package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.List;

/** 3: a closed direction is never written. */
final class ClosedDirection implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                3,
                run,
                (evidence, say) ->
                        evidence.writes().stream()
                                .filter(Write::byUs)
                                .filter(write -> isClosedTo(evidence, write))
                                .forEach(
                                        write ->
                                                say.accept(
                                                        write.system() + " " + write.id(),
                                                        "a closed direction was written: "
                                                                + write)));
    }

    private static boolean isClosedTo(Evidence evidence, Write write) {
        boolean toErp = write.system().equals(Write.FORTNOX);
        if (write.creates()) {
            return toErp
                    ? !evidence.directions().createFromLime()
                    : !evidence.directions().createFromErp();
        }
        if (toErp) {
            return !evidence.directions().updateFromLime();
        }
        boolean ownedByLime =
                evidence.mapping().stream()
                        .anyMatch(
                                field ->
                                        !field.comesBack()
                                                && write.fields().containsKey(field.lime()));
        return ownedByLime
                || (!evidence.directions().updateFromErp() && evidence.setsMapped(write));
    }
}

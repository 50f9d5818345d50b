package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.List;
import java.util.Set;

/** 13: what existed before the connection, and what nobody touched since, is never written. */
final class FirstContactWritesNothing implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                13,
                run,
                (evidence, say) ->
                        evidence.writes().stream()
                                .filter(Write::byUs)
                                .forEach(
                                        write -> {
                                            Set<String> old =
                                                    write.system().equals(Write.LIME)
                                                            ? evidence.oldCompanies()
                                                            : evidence.oldCustomers();
                                            if (old.contains(write.id())) {
                                                say.accept(
                                                        write.system() + " " + write.id(),
                                                        "is old and untouched, and was written: "
                                                                + write);
                                            }
                                        }));
    }
}

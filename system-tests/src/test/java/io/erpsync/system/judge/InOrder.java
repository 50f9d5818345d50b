package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.FieldPair;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * 6: values reach the other side in the order in which they stood on the first: never an older one
 * after a newer one, and never one that did not stand there; see {@link Followed} for the one that
 * nobody can tell.
 */
final class InOrder implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                6,
                run,
                (evidence, say) ->
                        evidence.linked()
                                .forEach(
                                        (id, number) -> {
                                            for (FieldPair field : evidence.mapping()) {
                                                look(evidence, id, number, field, say);
                                            }
                                        }));
    }

    private static void look(
            Evidence evidence,
            String id,
            String number,
            FieldPair field,
            BiConsumer<String, String> say) {
        List<Value> inLime = Value.inLime(evidence, id, field);
        List<Value> inErp = Value.inErp(evidence, number, field);
        tell(Followed.of(inLime, inErp, _ -> false), "fortnox " + number, field.erp(), say);
        tell(
                Followed.of(inErp, inLime, evidence::pastWasShownBefore),
                "lime " + id,
                field.lime(),
                say);
    }

    private static void tell(
            Followed followed, String record, String field, BiConsumer<String, String> say) {
        Value astray = followed.astray();
        if (astray != null) {
            say.accept(
                    record,
                    "%s became '%s' by write %d, which did not stand on the other side after '%s'"
                            .formatted(
                                    field, astray.told(), astray.seq(), followed.before().told()));
        }
    }
}

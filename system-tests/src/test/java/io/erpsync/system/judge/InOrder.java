package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.FieldPair;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * 6: values reach the other side in the order in which they stood on the first: never an older one
 * after a newer one, and never one that did not stand there. But a value that was overwritten in
 * the ERP before anybody read it, and that a read of the past shows afterwards, cannot be told from
 * a new one, for the ERP tells no versions; it may come between, and the next look puts it right.
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
                                                look(run, evidence, id, number, field, say);
                                            }
                                        }));
    }

    private static void look(
            Run run,
            Evidence evidence,
            String id,
            String number,
            FieldPair field,
            BiConsumer<String, String> say) {
        List<Value> inLime = new ArrayList<>(List.of(new Value(0, "", false)));
        for (Write write : evidence.writesTo(Write.LIME, id, _ -> true)) {
            add(inLime, write, field.lime(), field);
        }
        List<Value> inErp = new ArrayList<>(List.of(new Value(0, "", false)));
        for (Write write : evidence.writesTo(Write.FORTNOX, number, _ -> true)) {
            add(inErp, write, field.erp(), null);
        }
        boolean staleReads = run.kind() == Run.Kind.FAULTY;
        follow(inLime, inErp, false, "ERP " + number, field.erp(), say);
        follow(inErp, inLime, staleReads, "Lime " + id, field.lime(), say);
    }

    private static void add(
            List<Value> values, Write write, String name, @Nullable FieldPair inLime) {
        String value = write.fields().get(name);
        if (value != null) {
            String told = inLime == null ? value.strip() : inLime.asErp(value);
            values.add(new Value(write.seq(), told, write.byUs()));
        }
    }

    private static void follow(
            List<Value> source,
            List<Value> target,
            boolean mayBeStale,
            String record,
            String field,
            BiConsumer<String, String> say) {
        int reached = 0;
        for (Value value : target) {
            if (!value.byUs()) {
                continue;
            }
            int next = reached;
            while (next < source.size()
                    && source.get(next).seq() < value.seq()
                    && !source.get(next).told().equals(value.told())) {
                next++;
            }
            if (next == source.size() || source.get(next).seq() >= value.seq()) {
                boolean oneBack =
                        reached > 0 && source.get(reached - 1).told().equals(value.told());
                if (mayBeStale && oneBack && isFirstSeen(value, target)) {
                    continue;
                }
                say.accept(
                        record,
                        "%s became '%s' by write %d, which did not stand on the other side after '%s'"
                                .formatted(
                                        field,
                                        value.told(),
                                        value.seq(),
                                        source.get(reached).told()));
                return;
            }
            reached = next;
        }
    }

    private static boolean isFirstSeen(Value value, List<Value> values) {
        return values.stream()
                .takeWhile(earlier -> earlier.seq() < value.seq())
                .noneMatch(earlier -> earlier.told().equals(value.told()));
    }

    private record Value(long seq, String told, boolean byUs) {}
}

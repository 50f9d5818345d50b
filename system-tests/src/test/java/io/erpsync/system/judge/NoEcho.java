package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.FieldPair;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * 5: an echo never causes a write, and one edit at most one on the other side. At any time a record
 * has been written at most as often as people asked for it. A write that changes nothing is an echo
 * or a repeat; where answers are lost and reads are stale, such a repeat cannot be told from a
 * needed one. Nor does a write count that had to be done again ({@link DoneAgain}), nor one of a
 * value that a read of the past brought ({@link Followed}) and the one that puts it right.
 */
final class NoEcho implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                5,
                run,
                (evidence, say) ->
                        evidence.linked()
                                .forEach(
                                        (id, number) -> {
                                            List<Write> askedInLime =
                                                    evidence.writesTo(Write.LIME, id, _ -> true);
                                            look(
                                                    run,
                                                    evidence,
                                                    Write.FORTNOX,
                                                    number,
                                                    afterTheFirstAsk(evidence, askedInLime),
                                                    DoneAgain.of(
                                                            run, evidence, Write.FORTNOX, number),
                                                    say);
                                            look(
                                                    run,
                                                    evidence,
                                                    Write.LIME,
                                                    id,
                                                    askedOfLime(evidence, id, number),
                                                    excusedInLime(run, evidence, id, number),
                                                    say);
                                        }));
    }

    private static void look(
            Run run,
            Evidence evidence,
            String system,
            String id,
            List<Write> asked,
            List<Write> excused,
            BiConsumer<String, String> say) {
        boolean repeats = run.kind() == Run.Kind.FAULTY;
        List<Write> idle = evidence.changingNothing(system, id);
        Predicate<Write> counts =
                write ->
                        write.byUs()
                                && evidence.setsMapped(write)
                                && !excused.contains(write)
                                && !(repeats && idle.contains(write));
        int written = 0;
        for (Write write : evidence.writesTo(system, id, counts)) {
            written++;
            long before = asked.stream().filter(one -> one.seq() < write.seq()).count();
            if (written > before) {
                say.accept(
                        system + " " + id,
                        "write no. %d after %d edits: %s".formatted(written, before, write));
            }
        }
        if (!repeats) {
            idle.forEach(
                    write -> say.accept(system + " " + id, "a write changed nothing: " + write));
        }
    }

    /**
     * What was done again, and what a read of the past brought with the write that puts it right.
     */
    private static List<Write> excusedInLime(Run run, Evidence evidence, String id, String number) {
        List<Write> excused = new ArrayList<>(DoneAgain.of(run, evidence, Write.LIME, id));
        for (FieldPair field : evidence.mapping()) {
            List<Write> ofThePast =
                    Followed.of(
                                    Value.inErp(evidence, number, field),
                                    Value.inLime(evidence, id, field),
                                    evidence::pastWasShownBefore)
                            .ofThePast();
            excused.addAll(ofThePast);
            for (Write write : ofThePast) {
                evidence
                        .writesTo(Write.LIME, id, next -> next.byUs() && next.seq() > write.seq())
                        .stream()
                        .filter(next -> next.fields().containsKey(field.lime()))
                        .findFirst()
                        .ifPresent(excused::add);
            }
        }
        return excused;
    }

    /** What people asked of the ERP: the button, and watched edits once the card is in the sync. */
    private static List<Write> afterTheFirstAsk(Evidence evidence, List<Write> onCard) {
        List<Write> asked = new ArrayList<>();
        boolean inSync = false;
        for (Write write : onCard) {
            boolean pressed =
                    "readyforfirstsync".equals(write.fields().getOrDefault(Evidence.STATUS, ""));
            if (!write.byUs() && (pressed || (inSync && evidence.setsWatched(write)))) {
                asked.add(write);
            }
            inSync |= pressed || (write.creates() && write.byUs());
        }
        return asked;
    }

    /** What people asked of Lime: by edits in the ERP, and by edits that are to be put back. */
    private static List<Write> askedOfLime(Evidence evidence, String id, String number) {
        List<Write> asked =
                new ArrayList<>(
                        evidence.writesTo(
                                Write.FORTNOX,
                                number,
                                write -> !write.byUs() && evidence.setsMapped(write)));
        if (!evidence.directions().updateFromLime()) {
            asked.addAll(
                    evidence.writesTo(
                            Write.LIME,
                            id,
                            write ->
                                    !write.byUs()
                                            && !write.creates()
                                            && evidence.setsMapped(write)));
        }
        return asked;
    }
}

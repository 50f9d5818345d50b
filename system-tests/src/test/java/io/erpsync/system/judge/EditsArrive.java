package io.erpsync.system.judge;

import io.erpsync.system.Directions;
import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Expected;
import io.erpsync.system.evidence.Fate;
import io.erpsync.system.evidence.FieldPair;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** 1: no edit made on a side that may make it is lost; once quiet, the other side holds it. */
final class EditsArrive implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                1,
                run,
                (evidence, say) -> {
                    for (Expected record : evidence.expected()) {
                        if (record.fate() == Fate.IN_BOTH) {
                            look(evidence, record, say);
                        }
                    }
                });
    }

    private static void look(Evidence evidence, Expected record, BiConsumer<String, String> say) {
        boolean inLime = record.system().equals(Write.LIME);
        List<String> holders = evidence.holders(record.id());
        String id = inLime ? record.id() : holders.isEmpty() ? "" : holders.getFirst();
        String number = inLime ? evidence.company(id, Evidence.NUMBER) : record.id();
        if (!evidence.companies().containsKey(id) || !evidence.customers().containsKey(number)) {
            say.accept(record.system() + " " + record.id(), "is to be in both systems");
            return;
        }
        for (FieldPair field : evidence.mapping()) {
            String wrong = wrong(evidence, id, number, field);
            if (wrong != null) {
                say.accept(id + " = " + number, field.lime() + ": " + wrong);
            }
        }
    }

    private static @Nullable String wrong(
            Evidence evidence, String id, String number, FieldPair field) {
        Directions directions = evidence.directions();
        boolean fromLime = directions.updateFromLime();
        boolean fromErp = directions.updateFromErp() && field.comesBack();
        String inLime = evidence.company(id, field.lime());
        String inErp = evidence.customer(number, field.erp());
        Write lime = evidence.lastByPerson(Write.LIME, id, field.lime());
        Write erp = evidence.lastByPerson(Write.FORTNOX, number, field.erp());
        String there = "'" + inLime + "' in Lime, '" + inErp + "' in the ERP";
        if ((lime == null && erp == null) || isAsBorn(evidence, number, field, inLime)) {
            return null;
        }
        if (!field.watched()) {
            boolean owed = fromErp && erp != null && isLast(erp, lime, fromLime);
            return owed && !field.same(inLime, inErp) ? there + " after " + said(erp) : null;
        }
        if (fromLime && !fromErp) {
            boolean undone = lime != null && isUndone(evidence, id, number, field, lime);
            return oneWay(field, lime, erp, inLime, inErp, undone)
                    ? null
                    : there + " after " + said(lime);
        }
        if (!field.same(inLime, inErp)) {
            return field.comesBack() ? there : null;
        }
        boolean limeHolds = lime != null && field.same(value(lime, field.lime()), inErp);
        boolean erpHolds = erp != null && value(erp, field.erp()).strip().equals(inErp.strip());
        if (!fromLime) {
            return erp == null || erpHolds ? null : there + " after " + said(erp);
        }
        return limeHolds || erpHolds ? null : there + " after " + said(lime) + " and " + said(erp);
    }

    /**
     * Lime's edit of an unwatched field asks for nothing: it stays until the ERP's next edit, and
     * where Lime's edits count it may win against that one.
     */
    private static boolean isLast(Write erp, @Nullable Write lime, boolean fromLime) {
        return lime == null || (!fromLime && erp.seq() > lime.seq());
    }

    /** What a new customer has by itself stays while Lime has nothing to say. */
    private static boolean isAsBorn(
            Evidence evidence, String number, FieldPair field, String inLime) {
        return field.asErp(inLime).isEmpty()
                && !field.comesBack()
                && evidence.writesTo(
                                Write.FORTNOX,
                                number,
                                write -> write.fields().containsKey(field.erp()))
                        .isEmpty();
    }

    /**
     * Whether Lime holds again what it held when the ERP was last written before the last edit:
     * edited and edited back between two syncs is no edit for the ERP.
     */
    private static boolean isUndone(
            Evidence evidence, String id, String number, FieldPair field, Write lime) {
        long sent =
                evidence
                        .writesTo(
                                Write.FORTNOX,
                                number,
                                write -> write.byUs() && write.seq() < lime.seq())
                        .stream()
                        .mapToLong(Write::seq)
                        .max()
                        .orElse(Long.MAX_VALUE);
        String held = "";
        for (Write write : evidence.writesTo(Write.LIME, id, one -> one.seq() < sent)) {
            held = write.fields().getOrDefault(field.lime(), held);
        }
        return sent < lime.seq() && held.equals(value(lime, field.lime()));
    }

    /** What drifted in the ERP against the direction may stay until Lime's next edit. */
    private static boolean oneWay(
            FieldPair field,
            @Nullable Write lime,
            @Nullable Write erp,
            String inLime,
            String inErp,
            boolean undone) {
        if (lime == null) {
            return true;
        }
        boolean kept = field.same(value(lime, field.lime()), field.asErp(inLime));
        boolean drifted =
                erp != null
                        && (erp.seq() > lime.seq() || undone)
                        && value(erp, field.erp()).strip().equals(inErp.strip());
        return kept && (field.same(inLime, inErp) || drifted);
    }

    private static String value(Write write, String field) {
        return write.fields().getOrDefault(field, "");
    }

    private static String said(@Nullable Write write) {
        return write == null ? "no edit" : "edit " + write.seq() + " in " + write.system();
    }
}

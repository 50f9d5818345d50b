package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Expected;
import io.erpsync.system.evidence.FieldPair;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Move;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Stop;
import io.erpsync.system.evidence.Write;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * 7: with refused records beside, everybody's last edits arrive soon; while one connection is
 * stopped, edits of all others arrive; and in the stopped one no card turns to error.
 */
final class NobodyWaitsForOthers implements Guarantee {

    static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                7,
                run,
                (evidence, say) -> {
                    if (evidence.stop() != null) {
                        noErrors(evidence, say);
                    } else if (run.kind() == Run.Kind.PLAIN) {
                        evidence.linked().forEach((id, number) -> look(evidence, id, number, say));
                        run.connections().stream()
                                .map(Evidence::stop)
                                .filter(Objects::nonNull)
                                .filter(stop -> stands(evidence, stop))
                                .forEach(_ -> say.accept("", "stood while another was stopped"));
                    }
                });
    }

    private static boolean stands(Evidence evidence, Stop stop) {
        return evidence.writes().stream()
                        .filter(write -> !write.byUs())
                        .anyMatch(write -> stop.covers(write.at()))
                && evidence.writes().stream()
                        .filter(Write::byUs)
                        .noneMatch(write -> stop.covers(write.at()));
    }

    private static void noErrors(Evidence evidence, BiConsumer<String, String> say) {
        List<String> refused =
                evidence.expected().stream()
                        .filter(Expected::wasRefusable)
                        .map(Expected::id)
                        .toList();
        evidence.moves()
                .forEach(
                        (id, moves) -> {
                            boolean error =
                                    moves.stream()
                                            .filter(Move::byUs)
                                            .anyMatch(move -> move.status().equals("error"));
                            if (error && !refused.contains(id)) {
                                say.accept(
                                        id,
                                        "turned to error while the ERP did not answer: "
                                                + told(evidence, id));
                            }
                        });
    }

    /** The texts that the card was given with its errors. */
    private static List<String> told(Evidence evidence, String id) {
        return evidence
                .writesTo(
                        Write.LIME,
                        id,
                        write ->
                                write.byUs() && "error".equals(write.fields().get(Evidence.STATUS)))
                .stream()
                .map(write -> write.fields().getOrDefault(Evidence.TEXT, ""))
                .toList();
    }

    private static void look(
            Evidence evidence, String id, String number, BiConsumer<String, String> say) {
        for (FieldPair field : evidence.mapping()) {
            Write lime = evidence.lastByPerson(Write.LIME, id, field.lime());
            Write erp = evidence.lastByPerson(Write.FORTNOX, number, field.erp());
            if (evidence.directions().updateFromLime() && field.watched() && lime != null) {
                late(evidence, lime, field.lime(), Write.FORTNOX, number, field.erp(), field, say);
            }
            if (evidence.directions().updateFromErp() && field.comesBack() && erp != null) {
                late(evidence, erp, field.erp(), Write.LIME, id, field.lime(), field, say);
            }
        }
    }

    private static void late(
            Evidence evidence,
            Write edit,
            String edited,
            String system,
            String id,
            String there,
            FieldPair field,
            BiConsumer<String, String> say) {
        Write arrived = arrival(evidence, edit, edited, system, id, there, field);
        if (arrived != null && Duration.between(edit.at(), arrived.at()).compareTo(SOON) > 0) {
            say.accept(
                    system + " " + id,
                    there + " of edit " + edit.seq() + " arrived only with " + arrived);
        }
    }

    private static @Nullable Write arrival(
            Evidence evidence,
            Write edit,
            String edited,
            String system,
            String id,
            String there,
            FieldPair field) {
        String value = edit.fields().getOrDefault(edited, "");
        boolean toErp = system.equals(Write.FORTNOX);
        return evidence
                .writesTo(
                        system,
                        id,
                        write ->
                                write.byUs()
                                        && write.seq() > edit.seq()
                                        && write.fields().containsKey(there))
                .stream()
                .filter(
                        write -> {
                            String told = write.fields().getOrDefault(there, "");
                            return toErp ? field.same(value, told) : field.same(told, value);
                        })
                .findFirst()
                .orElse(null);
    }
}

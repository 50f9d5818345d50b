package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Expected;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.List;
import java.util.function.BiConsumer;

/** 9: what failed says why on its card until it is mended, and what is mended says nothing. */
final class FailuresAreShown implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                9,
                run,
                (evidence, say) -> evidence.expected().forEach(one -> look(evidence, one, say)));
    }

    private static void look(Evidence evidence, Expected record, BiConsumer<String, String> say) {
        if (record.system().equals(Write.LIME)) {
            card(evidence, record.id(), record, say);
            return;
        }
        List<String> holders = evidence.holders(record.id());
        switch (record.fate()) {
            case ALONE -> {
                if (!holders.isEmpty()) {
                    say.accept(record.id(), "is to stay alone in the ERP, but is " + holders);
                }
            }
            case IN_BOTH, NOTED, REFUSED -> holders.forEach(id -> card(evidence, id, record, say));
        }
    }

    private static void card(
            Evidence evidence, String id, Expected record, BiConsumer<String, String> say) {
        String status = evidence.status(id);
        String text = evidence.company(id, Evidence.TEXT);
        boolean told = !text.isEmpty() && text.contains(record.words());
        boolean right =
                switch (record.fate()) {
                    case IN_BOTH -> status.equals("synced") && text.isEmpty();
                    // A round that the card had asked for before takes it to error.
                    case NOTED -> told && (status.equals("synced") || status.equals("error"));
                    case REFUSED -> status.equals("error") && told;
                    case ALONE ->
                            status.isEmpty()
                                    && text.isEmpty()
                                    && evidence.company(id, Evidence.NUMBER).isEmpty();
                };
        if (!right) {
            say.accept(
                    id,
                    "is '%s' with text '%s', to be %s '%s'"
                            .formatted(status, text, record.fate(), record.words()));
        }
    }
}

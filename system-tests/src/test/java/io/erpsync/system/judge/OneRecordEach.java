package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** 2: one ERP record for each Lime record and the other way round, by number and by key. */
final class OneRecordEach implements Guarantee {

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                2,
                run,
                (evidence, say) -> {
                    numbers(evidence, say);
                    keys(evidence, say);
                    creates(evidence, say);
                });
    }

    private static void numbers(Evidence evidence, BiConsumer<String, String> say) {
        Map<String, String> holders = new HashMap<>();
        evidence.companies()
                .keySet()
                .forEach(
                        id -> {
                            String number = evidence.company(id, Evidence.NUMBER);
                            String other = number.isEmpty() ? null : holders.put(number, id);
                            if (other != null) {
                                say.accept(id, "shares number " + number + " with " + other);
                            }
                            if (!number.isEmpty() && !evidence.customers().containsKey(number)) {
                                say.accept(id, "has number " + number + " of no customer");
                            }
                        });
    }

    private static void keys(Evidence evidence, BiConsumer<String, String> say) {
        Map<String, String> holders = new HashMap<>();
        evidence.customers()
                .keySet()
                .forEach(
                        number -> {
                            String key = evidence.customer(number, Evidence.KEY);
                            String other = key.isEmpty() ? null : holders.put(key, number);
                            if (other != null) {
                                say.accept(number, "was created for the link of " + other);
                            }
                        });
    }

    private static void creates(Evidence evidence, BiConsumer<String, String> say) {
        for (Write write : evidence.writes()) {
            if (!write.byUs() || !write.creates()) {
                continue;
            }
            if (write.system().equals(Write.FORTNOX) && evidence.holders(write.id()).isEmpty()) {
                say.accept(write.id(), "was created and belongs to no card");
            }
            if (write.system().equals(Write.LIME)
                    && evidence.companies().containsKey(write.id())
                    && evidence.company(write.id(), Evidence.NUMBER).isEmpty()) {
                say.accept(write.id(), "was created in Lime and belongs to no customer");
            }
        }
    }
}

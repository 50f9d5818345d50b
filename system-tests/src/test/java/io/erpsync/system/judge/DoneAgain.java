package io.erpsync.system.judge;

import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.evidence.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes that had to be done twice: the answer to the first did not reach the service, and a person
 * wrote something else over it before anybody could look whether it was done.
 */
final class DoneAgain {

    private DoneAgain() {}

    static List<Write> of(Run run, Evidence evidence, String system, String id) {
        List<Write> again = new ArrayList<>();
        Write last = null;
        boolean covered = false;
        for (Write write : evidence.writesTo(system, id, _ -> true)) {
            if (!write.byUs()) {
                covered |= last != null && covers(write, evidence.mapped(last));
            } else if (evidence.setsMapped(write)) {
                if (covered
                        && last != null
                        && evidence.mapped(write).equals(evidence.mapped(last))
                        && run.mayBeUnanswered(evidence, last)) {
                    again.add(write);
                }
                last = write;
                covered = false;
            }
        }
        return again;
    }

    private static boolean covers(Write write, Map<String, String> values) {
        return write.fields().entrySet().stream()
                .anyMatch(
                        field ->
                                values.containsKey(field.getKey())
                                        && !field.getValue().equals(values.get(field.getKey())));
    }
}

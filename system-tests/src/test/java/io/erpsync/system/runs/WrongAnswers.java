package io.erpsync.system.runs;

import io.erpsync.system.Faults;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Lost answers, late commits, stale reads and nonsense, from both systems, each now and then. */
final class WrongAnswers implements Disturbance {

    private static final Map<String, Map<String, Object>> KINDS =
            Map.of(
                    "commit-then-drop", Map.of("probability", 0.04),
                    // Done before a lost answer counts as settled, which is 2 s here.
                    "cut-and-commit-later", Map.of("probability", 0.03, "delayMillis", 1200),
                    "stale-read", Map.of("probability", 0.04, "delayMillis", 3000),
                    "status", Map.of("probability", 0.03, "status", 503),
                    "html", Map.of("probability", 0.02),
                    "empty-200", Map.of("probability", 0.02),
                    "rate-limited", Map.of("probability", 0.02, "retryAfter", "1"),
                    "slow", Map.of("probability", 0.03, "delayMillis", 700));

    private final Faults faults;

    WrongAnswers(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void begin() {
        for (String system : List.of("lime", "fortnox")) {
            KINDS.forEach((kind, more) -> faults.add(system, "", kind, more));
        }
    }

    @Override
    public Aftermath end() {
        int refused = 0;
        for (JsonNode fault : faults.all()) {
            if (fault.path("kind").asString("").equals("rate-limited")) {
                refused += fault.path("hits").asInt(0);
            }
        }
        faults.clear();
        return new Aftermath(List.of(), refused);
    }
}

package io.erpsync.system;

import java.util.ArrayList;
import java.util.List;

/** One connection of a run: a Lime application and a Fortnox tenant of their own. */
record Pair(
        String name,
        String tenant,
        boolean createFromErp,
        boolean updateFromLime,
        boolean updateFromErp) {

    String file(String base) {
        return """
        connection: %1$s
        mode: live
        lime: { url: %2$s/lime/%1$s, api-key: "${LIME_KEY}", sync-user: 2701 }
        erp:
          system: fortnox
          url: %2$s/fortnox
          auth-url: %2$s/fortnox
          tenant: "%3$s"
          company: "%4$s"
          settle-time: "2"
          clear-empty: true
        poll: { every: 1s, status: 1s }
        language: en
        objects:
          customer:
            create-from: [%5$s]
            update-from: [%6$s]
            leader: lime
        """
                .formatted(
                        name,
                        base,
                        tenant,
                        company(),
                        createFromErp ? "lime, erp" : "lime",
                        String.join(", ", updaters()));
    }

    String company() {
        return "556677-8899";
    }

    private List<String> updaters() {
        List<String> sides = new ArrayList<>();
        if (updateFromLime) {
            sides.add("lime");
        }
        if (updateFromErp) {
            sides.add("erp");
        }
        return sides;
    }
}

package io.erpsync.system.shows;

import io.erpsync.system.Sides;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The moves of {@code erp_status}, by who makes them, held against what the cards really did. */
final class StatusMoves {

    private static final String SYNC_USER = "2701";

    private static final Set<String> OURS =
            Set.of(
                    "readyforfirstsync>inprocess",
                    "updatesmade>inprocess",
                    "inprocess>synced",
                    "inprocess>error",
                    "synced>updatesmade",
                    "error>updatesmade",
                    "error>readyforfirstsync",
                    "empty>readyforfirstsync");

    private static final Set<String> LIMES =
            Set.of("synced>updatesmade", "error>updatesmade", "inprocess>updatesmade");

    private static final Set<String> USERS =
            Set.of("empty>readyforfirstsync", "error>readyforfirstsync");

    private StatusMoves() {}

    /** What a card's status was, oldest first. */
    static List<String> of(Sides sides, String id) {
        return sides.statuses(id).stream().map(StatusMoves::word).toList();
    }

    /** The moves of that card that the table does not have. */
    static List<String> strange(Sides sides, String id) {
        List<String> strange = new ArrayList<>();
        String before = "";
        for (JsonNode entry : sides.statuses(id)) {
            String move = before + ">" + word(entry);
            String setter = entry.path("setter").asString("");
            Set<String> table =
                    switch (setter) {
                        case SYNC_USER -> OURS;
                        case "trigger" -> LIMES;
                        default -> USERS;
                    };
            if (!before.isEmpty() && !table.contains(move)) {
                strange.add("company " + id + " moved " + move + " by " + setter);
            }
            before = word(entry);
        }
        return strange;
    }

    private static String word(JsonNode entry) {
        String status = entry.path("status").asString("");
        return status.isEmpty() ? "empty" : status;
    }
}

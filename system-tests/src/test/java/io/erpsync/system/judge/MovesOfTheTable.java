package io.erpsync.system.judge;

import io.erpsync.system.evidence.Finding;
import io.erpsync.system.evidence.Move;
import io.erpsync.system.evidence.Run;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 4: the services write only moves of the table. */
final class MovesOfTheTable implements Guarantee {

    private static final String NONE = "";

    private static final Map<String, Set<String>> OURS =
            Map.of(
                    NONE,
                    Set.of("readyforfirstsync"),
                    "readyforfirstsync",
                    Set.of("inprocess"),
                    "updatesmade",
                    Set.of("inprocess"),
                    "inprocess",
                    Set.of("synced", "error"),
                    "synced",
                    Set.of("updatesmade"),
                    "error",
                    Set.of("updatesmade", "readyforfirstsync"));

    @Override
    public List<Finding> broken(Run run) {
        return Guarantee.inEach(
                4,
                run,
                (evidence, say) ->
                        evidence.moves()
                                .forEach(
                                        (id, moves) -> {
                                            for (int i = 0; i < moves.size(); i++) {
                                                Move move = moves.get(i);
                                                String before =
                                                        i == 0 ? NONE : status(moves, i - 1);
                                                if (move.byUs() && !isOurs(i, before, move)) {
                                                    say.accept(
                                                            id,
                                                            "was moved from '%s' to '%s'"
                                                                    .formatted(
                                                                            before, move.status()));
                                                }
                                            }
                                        }));
    }

    /** A card that we create is born without a status, or synced. */
    private static boolean isOurs(int position, String before, Move move) {
        String after = move.status().equals("empty") ? NONE : move.status();
        return position == 0
                ? after.equals(NONE) || after.equals("synced")
                : OURS.getOrDefault(before, Set.of()).contains(after);
    }

    private static String status(List<Move> moves, int position) {
        String status = moves.get(position).status();
        return status.equals("empty") ? NONE : status;
    }
}

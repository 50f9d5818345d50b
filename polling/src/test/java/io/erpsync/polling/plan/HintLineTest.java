package io.erpsync.polling.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import io.erpsync.polling.plan.HintLine.Turn;
import io.erpsync.polling.plan.HintLine.Wanted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintLineTest {

    private final HintLine line = new HintLine();

    @Test
    void readsARecordOnceHoweverManyHintsNameIt() {
        line.join(wanted(1), 10);
        line.join(wanted(2), 11);
        line.join(wanted(1), 12);

        List<Turn> turns = drain();

        assertThat(turns)
                .containsExactly(
                        new Turn(wanted(1), Urgency.INTERACTIVE, List.of(10L, 12L)),
                        new Turn(wanted(2), Urgency.INTERACTIVE, List.of(11L)));
    }

    @Test
    void takesManyHintsForABulkChangeForWhichNobodyWaits() {
        for (int i = 0; i < 30; i++) {
            line.join(wanted(i), i);
        }

        List<Turn> turns = drain();

        assertThat(turns.subList(0, 11)).allMatch(turn -> turn.urgency() == Urgency.BACKGROUND);
        assertThat(turns.subList(11, 30)).allMatch(turn -> turn.urgency() == Urgency.INTERACTIVE);
    }

    @Test
    void refusesWhatAPollBringsSooner() {
        for (int i = 0; i < HintLine.LONGEST; i++) {
            assertThat(line.join(wanted(i), i)).isTrue();
        }

        assertThat(line.join(wanted(HintLine.LONGEST), 1000)).isFalse();
        assertThat(line.join(wanted(0), 1001)).isTrue();
    }

    private List<Turn> drain() {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn = line.next(); turn != null; turn = line.next()) {
            turns.add(turn);
        }
        return turns;
    }

    private static Wanted wanted(int id) {
        return new Wanted(ObjectType.CUSTOMER, Integer.toString(id));
    }
}

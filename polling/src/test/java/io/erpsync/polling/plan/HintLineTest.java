package io.erpsync.polling.plan;

import static io.erpsync.polling.plan.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ObjectType;
import io.erpsync.model.Urgency;
import io.erpsync.polling.plan.HintLine.Turn;
import io.erpsync.polling.plan.HintLine.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintLineTest {

    private final HintLine line = new HintLine();

    @Test
    void readsARecordOnceHoweverManyHintsNameIt() {
        line.join(wanted(1), 10, false);
        line.join(wanted(2), 11, false);
        line.join(wanted(1), 12, true);

        List<Turn> turns = drain();

        assertThat(turns)
                .containsExactly(
                        new Turn(wanted(1), Urgency.INTERACTIVE, List.of(10L, 12L), true, 0),
                        new Turn(wanted(2), Urgency.INTERACTIVE, List.of(11L), false, 0));
    }

    @Test
    void takesManyHintsForABulkChangeForWhichNobodyWaits() {
        for (int i = 0; i < 30; i++) {
            line.join(wanted(i), i, false);
        }

        List<Turn> turns = drain();

        assertThat(turns.subList(0, 11)).allMatch(turn -> turn.urgency() == Urgency.BACKGROUND);
        assertThat(turns.subList(11, 30)).allMatch(turn -> turn.urgency() == Urgency.INTERACTIVE);
    }

    @Test
    void refusesWhatAPollBringsSooner() {
        for (int i = 0; i < HintLine.LONGEST; i++) {
            assertThat(line.join(wanted(i), i, false)).isTrue();
        }

        assertThat(line.join(wanted(HintLine.LONGEST), 1000, false)).isFalse();
        assertThat(line.join(wanted(0), 1001, false)).isTrue();
    }

    @Test
    void neverRefusesADeletionForNoPollShowsIt() {
        for (int i = 0; i < HintLine.LONGEST; i++) {
            line.join(wanted(i), i, false);
        }

        assertThat(line.join(wanted(HintLine.LONGEST), 1000, true)).isTrue();
        assertThat(drain()).hasSize(HintLine.LONGEST + 1);
    }

    @Test
    void letsWhatFailedWaitLongerEachTimeAndTheOthersPass() {
        line.join(wanted(1), 10, true);
        line.join(wanted(2), 11, false);
        Turn first = taken(NOON);

        line.again(first, NOON);
        line.join(wanted(1), 12, false);

        assertThat(taken(NOON).wanted()).isEqualTo(wanted(2));
        assertThat(line.next(NOON)).isNull();
        assertThat(line.isEmpty()).isFalse();
        Instant later = NOON.plus(Setback.FIRST);
        Turn again = taken(later);
        assertThat(again)
                .isEqualTo(new Turn(wanted(1), Urgency.INTERACTIVE, List.of(10L, 12L), true, 1));
        line.again(again, later);
        assertThat(line.next(later.plus(Setback.FIRST))).isNull();
        assertThat(taken(later.plus(Setback.FIRST.multipliedBy(2))).failures()).isEqualTo(2);
    }

    @Test
    void givesUpAllAtOnceAlsoWhatWaits() {
        line.join(wanted(1), 10, true);
        line.again(taken(NOON), NOON);
        line.join(wanted(2), 11, false);

        assertThat(line.drain()).hasSize(2);
        assertThat(line.isEmpty()).isTrue();
    }

    private Turn taken(Instant now) {
        Turn turn = line.next(now);
        if (turn == null) {
            throw new AssertionError("none may be read");
        }
        return turn;
    }

    private List<Turn> drain() {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn = line.next(NOON); turn != null; turn = line.next(NOON)) {
            turns.add(turn);
        }
        return turns;
    }

    private static Wanted wanted(int id) {
        return new Wanted(ObjectType.CUSTOMER, Integer.toString(id));
    }
}

package io.erpsync.writer.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

    private final Lanes<String> lanes = new Lanes<>(2);

    @Test
    void runsOneLaneInOrder() {
        background("acme", "a", "1");
        background("acme", "a", "2");

        assertThat(lanes.start()).containsExactly("1");
        assertThat(lanes.start()).isEmpty();

        lanes.finished(lane("acme", "a"));
        assertThat(lanes.start()).containsExactly("2");
    }

    @Test
    void runsLanesSideBySideUpToTheBoundOfTheConnection() {
        background("acme", "a", "1");
        background("acme", "b", "2");
        background("acme", "c", "3");
        background("other", "a", "4");

        assertThat(lanes.start()).containsExactlyInAnyOrder("1", "2", "4");

        lanes.finished(lane("acme", "b"));
        assertThat(lanes.start()).containsExactly("3");
    }

    @Test
    void startsFirstWhatAPersonWaitsFor() {
        background("acme", "a", "1");
        background("acme", "b", "2");
        background("acme", "c", "3");
        lanes.arrive(lane("acme", "d"), Urgency.INTERACTIVE, "4");

        assertThat(lanes.start()).containsExactly("4", "1");
    }

    @Test
    void givesALaneWithALongQueueNoMoreTurns() {
        background("acme", "a", "a1");
        background("acme", "a", "a2");
        background("acme", "b", "b1");
        background("acme", "c", "c1");

        assertThat(lanes.start()).containsExactly("a1", "b1");
        lanes.finished(lane("acme", "a"));
        assertThat(lanes.start()).containsExactly("c1");
    }

    @Test
    void letsWhatRunsEndBeforeTheLaneGoesOn() {
        background("acme", "a", "1");
        background("acme", "a", "2");
        assertThat(lanes.start()).containsExactly("1");

        lanes.forget(_ -> true);
        background("acme", "a", "3");

        assertThat(lanes.start()).isEmpty();
        lanes.finished(lane("acme", "a"));
        assertThat(lanes.start()).containsExactly("3");
    }

    @Test
    void countsWhatRunsAndWaits() {
        background("acme", "a", "1");
        background("acme", "a", "2");
        assertThat(lanes.start()).hasSize(1);

        assertThat(lanes.running()).isEqualTo(1);
        assertThat(lanes.waiting()).isEqualTo(1);
    }

    @Test
    void refusesTheEndOfWhatDoesNotRun() {
        assertThatThrownBy(() -> lanes.finished(lane("acme", "a")))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsOrderAndBoundsWhateverHappens(long seed) {
        Random random = new Random(seed);
        Lanes<Piece> many = new Lanes<>(3);
        Map<Lane, Integer> arrived = new HashMap<>();
        Map<Lane, Integer> startedLast = new HashMap<>();
        List<Piece> running = new ArrayList<>();
        int ended = 0;
        for (int step = 0; step < 5_000; step++) {
            if (random.nextBoolean() && step < 4_000) {
                Lane lane = lane("c" + random.nextInt(4), "l" + random.nextInt(6));
                int number = arrived.merge(lane, 1, Integer::sum);
                many.arrive(
                        lane,
                        random.nextBoolean() ? Urgency.INTERACTIVE : Urgency.BACKGROUND,
                        new Piece(lane, number));
            } else if (!running.isEmpty()) {
                many.finished(running.remove(random.nextInt(running.size())).lane);
                ended++;
            }
            for (Piece piece : many.start()) {
                assertThat(startedLast.merge(piece.lane, 1, Integer::sum))
                        .as("seed %d", seed)
                        .isEqualTo(piece.number);
                running.add(piece);
            }
            assertThat(running.stream().map(Piece::lane)).doesNotHaveDuplicates();
            assertThat(most(running)).isLessThanOrEqualTo(3);
        }

        int expected = arrived.values().stream().mapToInt(count -> count).sum();
        assertThat(ended + running.size() + many.waiting()).isEqualTo(expected);
        assertThat(many.running()).isEqualTo(running.size());
    }

    private static long most(List<Piece> running) {
        Map<ConnectionName, Long> counts = new HashMap<>();
        running.forEach(piece -> counts.merge(piece.lane.connection(), 1L, Long::sum));
        return counts.values().stream().mapToLong(count -> count).max().orElse(0);
    }

    private record Piece(Lane lane, int number) {}

    private void background(String connection, String link, String work) {
        lanes.arrive(lane(connection, link), Urgency.BACKGROUND, work);
    }

    private static Lane lane(String connection, String link) {
        return new Lane(new ConnectionName(connection), new LinkId(link));
    }
}

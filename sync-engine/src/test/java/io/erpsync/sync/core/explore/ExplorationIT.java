package io.erpsync.sync.core.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.explore.Exploration.Extent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The exploration in depth, for every matrix. What happens daily goes to {@code exploration.depth};
 * where what happens seldom may happen too, {@code exploration.shallower} events less deep: 0 is
 * the whole of it and takes an hour.
 */
class ExplorationIT {

    private static final int DEPTH = Integer.getInteger("exploration.depth", 6);
    private static final int SHALLOWER = Integer.getInteger("exploration.shallower", 1);

    @Test
    void holdsForEveryMatrixWhateverHappensDaily() throws InterruptedException {
        List<Variant> plain = Fixtures.everyMatrix().stream().map(Variant::plain).toList();

        Extent extent = new Survey(DEPTH, 0).of(plain);

        assertThat(extent.states()).isGreaterThan(plain.size() * 1_000L);
    }

    @Test
    void holdsForEveryMatrixWhateverHappensAtAll() throws InterruptedException {
        List<Variant> plain = Fixtures.everyMatrix().stream().map(Variant::plain).toList();

        Extent extent = new Survey(DEPTH - SHALLOWER, 2).of(plain);

        assertThat(extent.states()).isGreaterThan(plain.size() * 1_000L);
    }

    @Test
    void holdsForEveryMatrixWithSystemsOfAnotherTemper() throws InterruptedException {
        List<Variant> others = new ArrayList<>();
        for (Sketch sketch : Fixtures.everyMatrix()) {
            others.add(Variant.contrary(sketch));
            others.add(Variant.restless(sketch));
        }

        Extent extent = new Survey(DEPTH - SHALLOWER - 1, 1).of(others);

        assertThat(extent.states()).isGreaterThan(others.size() * 1_000L);
    }
}

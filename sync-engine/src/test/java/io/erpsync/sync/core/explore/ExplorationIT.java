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
 * where something may happen too that happens seldom, {@code exploration.shallower} events less
 * deep, and where two such things may, one less still.
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

        Extent one = new Survey(DEPTH - SHALLOWER, 1).of(plain);
        Extent extent = new Survey(DEPTH - SHALLOWER - 1, 2).of(plain).plus(one);

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

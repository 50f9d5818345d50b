package io.erpsync.sync.core.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.explore.Exploration.Extent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every matrix, every interleaving of a few events; {@link ExplorationIT} goes deeper. */
class ExplorationTest {

    private static final int DEPTH = 3;

    @Test
    void holdsWhateverHappensInWhateverOrder() {
        Extent extent = new Extent(0, 0);

        for (Variant variant : variants()) {
            extent = extent.plus(variant.explore(Decider::decide, DEPTH));
        }

        System.out.println("explored to depth " + DEPTH + ": " + extent);
        assertThat(extent.states()).isGreaterThan(50_000);
    }

    private static List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        for (Sketch sketch : Fixtures.everyMatrix()) {
            variants.add(Variant.plain(sketch));
            variants.add(Variant.contrary(sketch));
            variants.add(Variant.restless(sketch));
        }
        return variants;
    }
}

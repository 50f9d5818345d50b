package io.erpsync.sync.core.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.explore.Exploration.Extent;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.world.Deciding;
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
        assertThat(extent.states()).isGreaterThan(30_000);
    }

    @Test
    void decidesTheSameOnTheSame() {
        Deciding twice =
                (link, event, rules, directory) -> {
                    Decision first = Decider.decide(link, event, rules, directory);
                    assertThat(Decider.decide(link, event, rules, directory)).isEqualTo(first);
                    return first;
                };

        Extent extent = Variant.plain(Fixtures.bothWays()).explore(twice, 2);

        assertThat(extent.states()).isPositive();
    }

    private static List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        for (Sketch sketch : Fixtures.everyMatrix()) {
            variants.add(Variant.plain(sketch));
        }
        for (Sketch sketch : Fixtures.namedMatrices()) {
            variants.add(Variant.contrary(sketch));
            variants.add(Variant.restless(sketch));
        }
        return variants;
    }
}

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

    @Test
    void holdsWhateverHappensInWhateverOrder() throws InterruptedException {
        List<Variant> named = Fixtures.namedMatrices().stream().map(Variant::plain).toList();

        Extent extent = new Survey(3, 1).of(named);

        assertThat(extent.states()).isGreaterThan(15_000);
    }

    @Test
    void holdsForEveryMatrixAndTemper() throws InterruptedException {
        List<Variant> variants = new ArrayList<>();
        for (Sketch sketch : Fixtures.everyMatrix()) {
            variants.add(Variant.plain(sketch));
            variants.add(Variant.contrary(sketch));
            variants.add(Variant.restless(sketch));
        }

        Extent extent = new Survey(2, 1).of(variants);

        assertThat(extent.states()).isGreaterThan(15_000);
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
}

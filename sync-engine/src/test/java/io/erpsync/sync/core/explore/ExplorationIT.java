package io.erpsync.sync.core.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.explore.Exploration.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exploration in depth: {@code -Dexploration.depth=6} is the full run, for the matrices that
 * have a name and the one that is open both ways; the others go one event less deep.
 */
class ExplorationIT {

    private static final int DEPTH = Integer.getInteger("exploration.depth", 4);

    static List<Variant> named() {
        return Fixtures.namedMatrices().stream()
                .flatMap(sketch -> Stream.of(Variant.plain(sketch), Variant.contrary(sketch)))
                .toList();
    }

    static List<Variant> others() {
        List<Variant> others = new ArrayList<>();
        for (Sketch sketch : Fixtures.everyMatrix()) {
            others.add(Variant.restless(sketch));
        }
        return others;
    }

    @ParameterizedTest
    @MethodSource("named")
    void holdsForANamedMatrix(Variant variant) {
        explore(variant, DEPTH);
    }

    @ParameterizedTest
    @MethodSource("others")
    void holdsForEveryMatrix(Variant variant) {
        explore(variant, DEPTH - 1);
    }

    private static void explore(Variant variant, int depth) {
        Extent extent = variant.explore(Decider::decide, depth);

        System.out.println("explored " + variant + " to depth " + depth + ": " + extent);
        assertThat(extent.states()).isPositive();
    }
}

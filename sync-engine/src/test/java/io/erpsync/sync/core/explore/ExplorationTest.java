package io.erpsync.sync.core.explore;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Side;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.explore.Exploration.Extent;
import io.erpsync.sync.core.world.Temper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplorationTest {

    static List<Sketch> matrices() {
        return Fixtures.everyMatrix().stream().map(ExplorationTest::small).toList();
    }

    private static Sketch small(Sketch sketch) {
        return sketch.mapping(List.of(Fixtures.NAME, Fixtures.CITY)).matching(Matching.OFF);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void holds(Sketch sketch) {
        long t = System.nanoTime();
        int depth = Integer.getInteger("exploration.depth", 3);
        Extent e = new Extent(0, 0);
        for (Sketch s :
                List.of(
                        sketch,
                        sketch.withoutTrigger().ledBy(Side.ERP).clearing(Clearing.IGNORED))) {
            for (Temper temper : List.of(Temper.CALM, new Temper(true, true)))
                try {
                    e = e.plus(new Exploration(s, temper, Decider::decide, depth).run());
                } catch (io.erpsync.sync.core.world.Broken b) {
                    System.out.println(
                            ">> "
                                    + Fixtures.word(s.directions())
                                    + " "
                                    + s.limeTrigger()
                                    + " "
                                    + cut(b.getMessage()));
                }
        }
        System.out.println(
                ">> "
                        + Fixtures.word(sketch.directions())
                        + " "
                        + e
                        + " "
                        + (System.nanoTime() - t) / 1000000);
    }

    static String cut(String s) {
        return s.length() > 600 ? s.substring(0, 600) : s;
    }
}

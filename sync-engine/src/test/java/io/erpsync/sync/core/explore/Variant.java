package io.erpsync.sync.core.explore;

import io.erpsync.connection.rules.Matching;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.Side;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.world.Deciding;
import io.erpsync.sync.core.world.Temper;
import java.util.List;

/** One setting of the rules and of the systems' temper to be explored. */
public record Variant(String name, Sketch sketch, Temper temper) {

    /** Lime flags edits and leads, the ERP empties fields, both behave. */
    public static Variant plain(Sketch sketch) {
        return of("plain", small(sketch), Temper.CALM);
    }

    /** All of it the other way round. */
    public static Variant contrary(Sketch sketch) {
        Sketch contrary =
                small(sketch)
                        .withoutTrigger()
                        .ledBy(Side.ERP)
                        .clearing(Clearing.IGNORED)
                        .puttingBack(true);
        return of("contrary", contrary, new Temper(false, true));
    }

    /** Lime flags edits of what is in process too, the ERP has a lock and a coarse clock. */
    public static Variant restless(Sketch sketch) {
        return of("restless", small(sketch).locking(), new Temper(true, true));
    }

    private static Variant of(String name, Sketch sketch, Temper temper) {
        return new Variant(Fixtures.word(sketch.directions()) + ", " + name, sketch, temper);
    }

    /** Two fields are enough to tell a field from its neighbour. */
    private static Sketch small(Sketch sketch) {
        return sketch.mapping(List.of(Fixtures.NAME, Fixtures.CITY)).matching(Matching.OFF);
    }

    /** Explores this variant to that depth, whatever happens on the way. */
    public Exploration.Extent explore(Deciding deciding, int depth) {
        return explore(deciding, depth, depth);
    }

    /** The same with at most {@code mostSeldom} of the things on a way that happen seldom. */
    public Exploration.Extent explore(Deciding deciding, int depth, int mostSeldom) {
        return new Exploration(sketch, temper, deciding, depth, mostSeldom).run();
    }

    @Override
    public String toString() {
        return name;
    }
}

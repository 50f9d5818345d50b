package io.erpsync.sync.core.explore;

import io.erpsync.sync.core.Sketch;
import io.erpsync.sync.core.world.Broken;
import io.erpsync.sync.core.world.Deciding;
import io.erpsync.sync.core.world.Print;
import io.erpsync.sync.core.world.Prints;
import io.erpsync.sync.core.world.Temper;
import io.erpsync.sync.core.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every interleaving of up to {@code depth} moves from every beginning, breadth first,
 * with equal worlds taken for one, and lets each of them come to rest. Throws {@link Broken} with
 * the way that led there when something does not hold.
 */
public final class Exploration {

    /** No way to rest is longer. */
    private static final int MOST_STEPS = 60;

    private final Sketch sketch;
    private final Temper temper;
    private final Deciding deciding;
    private final int depth;
    private final int mostSeldom;
    private final Prints known = new Prints();
    private final Prints resting = new Prints();
    private long moves;

    public Exploration(Sketch sketch, Temper temper, Deciding deciding, int depth, int mostSeldom) {
        this.sketch = sketch;
        this.temper = temper;
        this.deciding = deciding;
        this.depth = depth;
        this.mostSeldom = mostSeldom;
    }

    /** What was gone through. */
    public record Extent(long states, long moves) {

        public Extent plus(Extent other) {
            return new Extent(states + other.states, moves + other.moves);
        }
    }

    private record Node(World world, @Nullable Node from, String move, int depth) {

        String way() {
            String last = move;
            return from == null ? last : from.way() + " > " + last;
        }
    }

    public Extent run() {
        ArrayDeque<Node> open = new ArrayDeque<>();
        for (Beginning beginning : Beginning.ALL) {
            World world = new World(sketch.rules(), deciding, temper);
            Node node = new Node(world, null, beginning.name(), 0);
            guarded(node, () -> beginning.scene().accept(world));
            visit(node, open);
        }
        while (!open.isEmpty()) {
            Node node = open.poll();
            for (Move move : Moves.of(node.world(), mostSeldom)) {
                World world = node.world().copy();
                Node next = new Node(world, node, move.name(), node.depth() + 1);
                moves++;
                guarded(next, () -> move.act().accept(world));
                visit(next, open);
            }
        }
        return new Extent(known.size(), moves);
    }

    private void visit(Node node, ArrayDeque<Node> open) {
        Print print = Print.of(node.world());
        if (!known.add(print)) {
            return;
        }
        if (!resting.contains(print)) {
            guarded(node, () -> comeToRest(node.world().copy(), print));
        }
        if (node.depth() < depth) {
            open.add(node);
        }
    }

    /** Whoever comes to rest has led all those to rest that it passed; one that returns has not. */
    private void comeToRest(World world, Print first) {
        List<Print> passed = new ArrayList<>();
        Print print = first;
        while (!resting.contains(print)) {
            passed.add(print);
            if (passed.size() > MOST_STEPS) {
                throw new Broken("never comes to rest: " + world.links());
            }
            if (!world.step()) {
                Rest.check(world);
                break;
            }
            print = Print.of(world);
        }
        passed.forEach(resting::add);
    }

    private void guarded(Node node, Runnable act) {
        try {
            act.run();
        } catch (Broken broken) {
            throw new Broken(
                    node.way()
                            + " ("
                            + sketch.directions()
                            + ", "
                            + temper
                            + "): "
                            + broken.getMessage());
        }
    }
}

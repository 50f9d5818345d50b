package io.erpsync.sync.core.explore;

import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.explore.Exploration.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Explores several variants at once, one on each processor, and prints what each came to. */
final class Survey {

    private final int depth;
    private final int mostSeldom;

    /**
     * @param mostSeldom how many of the things that happen seldom may happen on one way
     */
    Survey(int depth, int mostSeldom) {
        this.depth = depth;
        this.mostSeldom = mostSeldom;
    }

    /** The extent of all of them; throws what the first of them to fail found. */
    Extent of(List<Variant> variants) throws InterruptedException {
        long begin = System.nanoTime();
        Extent total = new Extent(0, 0);
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(processors)) {
            List<Future<Extent>> running = new ArrayList<>();
            variants.forEach(variant -> running.add(pool.submit(() -> explore(variant))));
            try {
                for (Future<Extent> one : running) {
                    total = total.plus(one.get());
                }
            } catch (ExecutionException failed) {
                pool.shutdownNow();
                throw failed.getCause() instanceof AssertionError broken
                        ? broken
                        : new AssertionError(failed.getCause());
            }
        }
        print(variants.size() + " variants", total, begin);
        return total;
    }

    private Extent explore(Variant variant) {
        long begin = System.nanoTime();
        Extent extent = variant.explore(Decider::decide, depth, mostSeldom);
        print(variant.name(), extent, begin);
        return extent;
    }

    private void print(String what, Extent extent, long begin) {
        System.out.printf(
                Locale.ROOT,
                "explored %s to depth %d, at most %d seldom: %,d states, %,d moves, %.1f s%n",
                what,
                depth,
                mostSeldom,
                extent.states(),
                extent.moves(),
                (System.nanoTime() - begin) / 1e9);
    }
}

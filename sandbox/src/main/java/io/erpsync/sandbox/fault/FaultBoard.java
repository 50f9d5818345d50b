package io.erpsync.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The faults in force. The first one that hits a request takes it; the same seed and requests give
 * the same hits. Safe for several threads.
 */
public final class FaultBoard {

    private final List<Fault> faults = new ArrayList<>();
    private SplittableRandom chance;
    private long lastId;

    public FaultBoard(long seed) {
        chance = new SplittableRandom(seed);
    }

    public synchronized void seed(long seed) {
        chance = new SplittableRandom(seed);
    }

    public synchronized Fault add(
            FaultTarget target, FaultEffect effect, long times, double probability) {
        lastId++;
        Fault fault = new Fault(lastId, target, effect, times, probability, 0);
        faults.add(fault);
        return fault;
    }

    /** What is to happen to this request, or nothing. Counts the hit. */
    public synchronized @Nullable FaultEffect hit(FaultProbe probe) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.times() > 0
                    && fault.target().hits(probe)
                    && chance.nextDouble() < fault.probability()) {
                faults.set(i, fault.afterHit());
                return fault.effect();
            }
        }
        return null;
    }

    /** All faults, spent ones included, so that their hits can be counted. */
    public synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    public synchronized void clear() {
        faults.clear();
    }

    public synchronized boolean remove(long id) {
        return faults.removeIf(fault -> fault.id() == id);
    }
}

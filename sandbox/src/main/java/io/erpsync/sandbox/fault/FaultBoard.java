package io.erpsync.sandbox.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The faults in force. The first one that hits a request takes it; the same seed and requests give
 * the same hits. Safe for several threads.
 */
public final class FaultBoard {

    /** Enough for any test; a demonstration may run for days. */
    private static final int KEPT = 50_000;

    private final List<Fault> faults = new ArrayList<>();
    private final List<FaultHit> hits = new ArrayList<>();
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

    /** What is to happen to this request, or nothing. Counts the hit and keeps it. */
    public synchronized @Nullable FaultEffect hit(FaultProbe probe, Instant now) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.times() > 0
                    && fault.target().hits(probe)
                    && chance.nextDouble() < fault.probability()) {
                faults.set(i, fault.afterHit());
                keep(new FaultHit(now, fault.effect().kind(), probe));
                return fault.effect();
            }
        }
        return null;
    }

    /** All faults, spent ones included, so that their hits can be counted. */
    public synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    /** The latest hits, oldest first, also of faults that are gone. */
    public synchronized List<FaultHit> hits() {
        return List.copyOf(hits);
    }

    private void keep(FaultHit hit) {
        hits.add(hit);
        if (hits.size() > KEPT) {
            hits.subList(0, KEPT / 2).clear();
        }
    }

    public synchronized void clear() {
        faults.clear();
    }

    public synchronized boolean remove(long id) {
        return faults.removeIf(fault -> fault.id() == id);
    }
}

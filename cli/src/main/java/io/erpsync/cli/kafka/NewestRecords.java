package io.erpsync.cli.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Keeps the newest records of each partition, and no more of them than can be asked for: a year of
 * decisions is more than memory holds.
 */
public final class NewestRecords implements Consumer<RawRecord> {

    private final int most;
    private final Map<Integer, Deque<RawRecord>> newest = new TreeMap<>();

    public NewestRecords(int most) {
        this.most = most;
    }

    @Override
    public void accept(RawRecord read) {
        Deque<RawRecord> kept = newest.computeIfAbsent(read.partition(), _ -> new ArrayDeque<>());
        kept.addLast(read);
        if (kept.size() > most) {
            kept.removeFirst();
        }
    }

    /**
     * The newest of all partitions, at most as many as were asked for, in the order of their times;
     * those of one partition stay in its order whatever the times say.
     */
    public List<RawRecord> inOrder() {
        PriorityQueue<Deque<RawRecord>> heads =
                new PriorityQueue<>(
                        Comparator.comparingLong(partition -> partition.element().writtenAt()));
        newest.values().forEach(partition -> heads.add(new ArrayDeque<>(partition)));
        List<RawRecord> ordered = new ArrayList<>();
        while (!heads.isEmpty()) {
            Deque<RawRecord> partition = heads.remove();
            ordered.add(partition.removeFirst());
            if (!partition.isEmpty()) {
                heads.add(partition);
            }
        }
        return ordered.subList(Math.max(0, ordered.size() - most), ordered.size());
    }
}

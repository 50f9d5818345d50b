package io.erpsync.cli.kafka;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Keeps the newest records of a topic that is read partition by partition, so that a year of them
 * takes no more memory than what is asked for.
 */
public final class Newest implements Consumer<RawRecord> {

    private final int most;
    private final Map<Integer, Deque<RawRecord>> byPartition = new TreeMap<>();

    public Newest(int most) {
        this.most = most;
    }

    @Override
    public void accept(RawRecord read) {
        Deque<RawRecord> kept =
                byPartition.computeIfAbsent(read.partition(), _ -> new ArrayDeque<>());
        kept.addLast(read);
        if (kept.size() > most) {
            kept.removeFirst();
        }
    }

    /** The oldest first; the order within a partition is kept. */
    public List<RawRecord> records() {
        List<RawRecord> all =
                byPartition.values().stream()
                        .flatMap(Deque::stream)
                        .sorted(Comparator.comparing(RawRecord::at))
                        .toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}

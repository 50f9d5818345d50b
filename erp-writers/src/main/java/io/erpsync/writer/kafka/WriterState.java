package io.erpsync.writer.kafka;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the writer is doing, for health and metrics. Safe for several threads. */
public final class WriterState {

    private static final Logger LOGGER = LoggerFactory.getLogger(WriterState.class);

    private final SortedMap<String, String> troubles =
            Collections.synchronizedSortedMap(new TreeMap<>());
    private volatile boolean joined;
    private volatile int assigned;
    private volatile int running;
    private volatile int waiting;

    /** What keeps the writer from working now, by its kind; empty when all is well. */
    public SortedMap<String, String> troubles() {
        synchronized (troubles) {
            return new TreeMap<>(troubles);
        }
    }

    /** Whether the group has given us our partitions and we know how far each is answered. */
    public boolean isReady() {
        return joined;
    }

    public int assignedPartitions() {
        return assigned;
    }

    public int runningCommands() {
        return running;
    }

    public int waitingCommands() {
        return waiting;
    }

    /** Told again and again, it is logged once for each change of its words. */
    void trouble(String kind, String words) {
        if (!Objects.equals(troubles.put(kind, words), words)) {
            LOGGER.atWarn().addKeyValue("reason", kind).log("The writer waits: {}", words);
        }
    }

    void over(String kind) {
        if (troubles.remove(kind) != null) {
            LOGGER.atInfo().addKeyValue("reason", kind).log("The writer goes on.");
        }
    }

    void assigned(boolean known, int partitions) {
        if (known != joined || partitions != assigned) {
            LOGGER.atInfo()
                    .addKeyValue("partitions", partitions)
                    .addKeyValue("ready", known)
                    .log("Assignment changed.");
        }
        joined = known;
        assigned = partitions;
    }

    void load(int runningNow, int waitingNow) {
        running = runningNow;
        waiting = waitingNow;
    }

    /** The troubles as one line. */
    public String words() {
        Map<String, String> now = troubles();
        return now.isEmpty() ? "" : String.join("; ", now.values());
    }
}

package io.erpsync.sync.core.world;

import java.util.Arrays;

/** Times that count by their order only. */
final class Times {

    private long[] sorted = new long[8];
    private int size;

    void add(long time) {
        int place = Arrays.binarySearch(sorted, 0, size, time);
        if (place >= 0) {
            return;
        }
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * size);
        }
        int at = -place - 1;
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = time;
        size++;
    }

    /** The place of {@code time} among the times that were added, itself one of them. */
    int place(long time) {
        return Arrays.binarySearch(sorted, 0, size, time);
    }
}

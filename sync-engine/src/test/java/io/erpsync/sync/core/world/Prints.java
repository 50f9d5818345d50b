package io.erpsync.sync.core.world;

/** A set of prints, without an object for each. */
public final class Prints {

    private static final int FIRST = 1 << 12;

    private long[] slots = new long[2 * FIRST];
    private int size;

    /** Adds {@code print}; false when it was there. */
    public boolean add(Print print) {
        if (4L * size >= slots.length) {
            grow();
        }
        boolean added = put(slots, print.high(), print.low());
        size += added ? 1 : 0;
        return added;
    }

    public boolean contains(Print print) {
        int at = find(slots, print.high(), print.low());
        return slots[at] != 0 || slots[at + 1] != 0;
    }

    public int size() {
        return size;
    }

    private void grow() {
        long[] more = new long[2 * slots.length];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                put(more, slots[i], slots[i + 1]);
            }
        }
        slots = more;
    }

    private static boolean put(long[] slots, long high, long low) {
        int at = find(slots, high, low);
        boolean free = slots[at] == 0 && slots[at + 1] == 0;
        slots[at] = high;
        slots[at + 1] = low;
        return free;
    }

    /** Where that print is, or else the free slot where it belongs. */
    private static int find(long[] slots, long high, long low) {
        int mask = slots.length - 1;
        int at = (int) (2 * low) & mask;
        while ((slots[at] != 0 || slots[at + 1] != 0)
                && (slots[at] != high || slots[at + 1] != low)) {
            at = (at + 2) & mask;
        }
        return at;
    }
}

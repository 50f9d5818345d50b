package io.erpsync.polling.plan;

import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;

/**
 * Which hints of one partition are settled, so that the offset that goes out with a transaction
 * never passes one that is not. Not for use by several threads at once.
 */
public final class HintOffsets {

    private final TreeSet<Long> open = new TreeSet<>();
    private long position;

    /**
     * No hint taken yet.
     *
     * @param position the offset of the next hint to be read
     */
    public HintOffsets(long position) {
        this.position = position;
    }

    public void taken(long offset) {
        open.add(offset);
        position = Math.max(position, offset + 1);
    }

    public void settled(Collection<Long> offsets) {
        offsets.forEach(open::remove);
    }

    /** From where the next owner must read when the hints at {@code settling} are settled too. */
    public long next(Collection<Long> settling) {
        Iterator<Long> ascending = open.iterator();
        while (ascending.hasNext()) {
            long offset = ascending.next();
            if (!settling.contains(offset)) {
                return offset;
            }
        }
        return position;
    }
}

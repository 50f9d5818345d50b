package io.erpsync.writer.execute;

import java.util.TreeSet;

/**
 * Which commands of one assigned partition are taken, and which of them are answered. Offsets may
 * have gaps: transaction markers take some. Not for use by several threads at once.
 */
public final class PartitionBook {

    /** What becomes of a record that was read. */
    public enum Taking {
        /** It is answered already; nothing is to be done. */
        ANSWERED,
        /** It was never handed to anyone. */
        FIRST,
        /** A writer before us may have begun it. */
        AGAIN,
        /** Too far above the first unanswered: it is to be read again when that one is answered. */
        FULL
    }

    private final long begunByOthers;
    private final TreeSet<Long> open = new TreeSet<>();
    private final TreeSet<Long> answered;
    private long above;
    private long refused;
    private long kept;

    /**
     * @param start how far earlier owners came
     * @param kept whether {@code start} is what is kept with the group's offsets
     */
    public PartitionBook(Bookmark start, boolean kept) {
        this.above = start.next();
        this.answered = new TreeSet<>(start.answered());
        this.begunByOthers = start.begun();
        this.kept = kept ? start.begun() : -1;
    }

    /** Takes in the record at {@code offset}; offsets come in rising order. */
    public Taking take(long offset) {
        if (offset < above) {
            throw new IllegalArgumentException(
                    "offset " + offset + " comes after " + (above - 1) + " was taken");
        }
        if (offset - base(offset) >= Bookmark.SPAN) {
            refused = offset;
            return Taking.FULL;
        }
        above = offset + 1;
        if (answered.contains(offset)) {
            return Taking.ANSWERED;
        }
        open.add(offset);
        return offset < begunByOthers ? Taking.AGAIN : Taking.FIRST;
    }

    /** The command at {@code offset} has its result, which is sent with the next bookmark. */
    public void answered(long offset) {
        if (!open.remove(offset)) {
            throw new IllegalArgumentException("offset " + offset + " is not open");
        }
        answered.add(offset);
    }

    /** All that is answered. */
    public Bookmark bookmark() {
        long next = base(above);
        answered.headSet(next).clear();
        return new Bookmark(next, answered, Math.max(begunByOthers, above));
    }

    /** Whether something was taken that must not begin before {@link #bookmark} is kept. */
    public boolean mustBeKept() {
        return kept < Math.max(begunByOthers, above);
    }

    /** That bookmark is kept with the group's offsets now. */
    public void kept(Bookmark bookmark) {
        kept = Math.max(kept, bookmark.begun());
    }

    /** Whether there is room again, with some to spare, after {@link Taking#FULL}. */
    public boolean hasRoom() {
        return refused - base(refused) < Bookmark.SPAN / 4 * 3;
    }

    /** How many commands are taken and not answered. */
    public int open() {
        return open.size();
    }

    private long base(long whenNothingIsOpen) {
        return open.isEmpty() ? whenNothingIsOpen : open.first();
    }
}

package io.erpsync.writer.execute;

import java.util.Base64;
import java.util.BitSet;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far the commands of a partition are answered, as it is kept with the group's offsets: all
 * before {@code next}, and of the rest those in {@code answered}.
 *
 * @param answered offsets above {@code next}, fewer than {@link #SPAN} above it
 */
public record Bookmark(long next, SortedSet<Long> answered) {

    /**
     * How far the answered may lie above the first unanswered. As bits in Base64 they take 688
     * characters, well below the 4,096 bytes that a broker keeps with an offset.
     */
    public static final int SPAN = 4096;

    private static final String FORM = "1:";

    public Bookmark {
        answered = Collections.unmodifiableSortedSet(new TreeSet<>(answered));
        if (!answered.isEmpty()
                && (answered.first() < next || answered.last() - next >= SPAN || next < 0)) {
            throw new IllegalArgumentException(
                    "answered offsets %d to %d do not fit behind %d"
                            .formatted(answered.first(), answered.last(), next));
        }
    }

    /** Everything before {@code next} is answered and nothing else. */
    public static Bookmark at(long next) {
        return new Bookmark(next, new TreeSet<>());
    }

    /** What {@link #metadata} wrote beside the offset {@code next}; null when it was not we. */
    public static @Nullable Bookmark read(long next, @Nullable String metadata) {
        if (metadata == null || metadata.isEmpty()) {
            return at(next);
        }
        if (!metadata.startsWith(FORM)) {
            return null;
        }
        byte[] bits;
        try {
            bits = Base64.getDecoder().decode(metadata.substring(FORM.length()));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        if (bits.length > SPAN / Byte.SIZE) {
            return null;
        }
        SortedSet<Long> answered = new TreeSet<>();
        BitSet.valueOf(bits).stream().forEach(bit -> answered.add(next + bit));
        return new Bookmark(next, answered);
    }

    /** The answered offsets as text; empty when there are none. */
    public String metadata() {
        if (answered.isEmpty()) {
            return "";
        }
        BitSet bits = new BitSet();
        answered.forEach(offset -> bits.set(Math.toIntExact(offset - next)));
        return FORM + Base64.getEncoder().encodeToString(bits.toByteArray());
    }

    /** Whether the command at {@code offset} is answered. */
    public boolean holds(long offset) {
        return offset < next || answered.contains(offset);
    }
}

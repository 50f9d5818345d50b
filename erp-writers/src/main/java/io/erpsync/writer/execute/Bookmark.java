package io.erpsync.writer.execute;

import java.util.Base64;
import java.util.BitSet;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far the commands of a partition are answered, as it is kept with the group's offsets: all
 * before {@code next}, and of the rest those in {@code answered}.
 *
 * @param answered offsets above {@code next}, fewer than {@link #SPAN} above it
 * @param begun nothing at or above it was begun by anyone: a command is begun only after the
 *     bookmark that says so is kept
 */
public record Bookmark(long next, SortedSet<Long> answered, long begun) {

    /**
     * How far the answered may lie above the first unanswered. As bits in Base64 they take 684
     * characters, well below the 4,096 bytes that a broker keeps with an offset.
     */
    public static final int SPAN = 4096;

    private static final Pattern FORM = Pattern.compile("1:(\\d{1,18}):([A-Za-z0-9+/=]*)");

    public Bookmark {
        answered = Collections.unmodifiableSortedSet(new TreeSet<>(answered));
        if (!answered.isEmpty() && (answered.first() < next || answered.last() - next >= SPAN)) {
            throw new IllegalArgumentException(
                    "answered offsets %d to %d do not fit behind %d"
                            .formatted(answered.first(), answered.last(), next));
        }
        if (next < 0 || begun < next) {
            throw new IllegalArgumentException(
                    "begun up to " + begun + " does not fit behind " + next);
        }
    }

    /** Everything before {@code next} is answered and nothing else begun. */
    public static Bookmark at(long next) {
        return begun(next, next);
    }

    /**
     * Everything before {@code next} is answered; what follows up to {@code begun} may be begun.
     */
    public static Bookmark begun(long next, long begun) {
        return new Bookmark(next, new TreeSet<>(), Math.max(next, begun));
    }

    /** What {@link #metadata} wrote beside the offset {@code next}; null when it was not we. */
    public static @Nullable Bookmark read(long next, @Nullable String metadata) {
        Matcher form = FORM.matcher(metadata == null ? "" : metadata);
        if (!form.matches()) {
            return null;
        }
        byte[] bits;
        try {
            bits = Base64.getDecoder().decode(form.group(2));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        if (bits.length > SPAN / Byte.SIZE) {
            return null;
        }
        SortedSet<Long> answered = new TreeSet<>();
        BitSet.valueOf(bits).stream().forEach(bit -> answered.add(next + bit));
        return new Bookmark(next, answered, next + Long.parseLong(form.group(1)));
    }

    /** All but {@code next} as text. */
    public String metadata() {
        BitSet bits = new BitSet();
        answered.forEach(offset -> bits.set(Math.toIntExact(offset - next)));
        return "1:" + (begun - next) + ":" + Base64.getEncoder().encodeToString(bits.toByteArray());
    }

    /** Whether the command at {@code offset} is answered. */
    public boolean holds(long offset) {
        return offset < next || answered.contains(offset);
    }
}

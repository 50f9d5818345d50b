package io.erpsync.sync.core.world;

import io.erpsync.model.Side;
import io.erpsync.model.Value;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people did, which the engine cannot know: the last value that was set by hand, per field and
 * side, what else happened that allows more than usual, and what may be written for it.
 *
 * @param last by side and that side's field name
 * @param owed the fields that may be written once, by side and that side's field name
 */
public record Edits(SortedMap<String, Value> last, Set<Mark> marks, SortedSet<String> owed) {

    private static final String AGAIN = " again";

    static final Edits NONE =
            new Edits(new TreeMap<>(), EnumSet.noneOf(Mark.class), new TreeSet<>());

    /** What happened at least once. */
    public enum Mark {
        /** A system said no. */
        REFUSED,
        /** A card was saved with properties of the sync's own. */
        SAVED,
        /** The button was pressed. */
        ASKED,
        /** A person asked for a sync by other means. */
        CONTROLLED,
        /** A card that the engine knew was deleted. */
        CARD_DELETED,
        /** A card that the engine did not know yet was deleted. */
        NEW_CARD_DELETED,
        /** A customer that the engine knew was deleted. */
        CUSTOMER_DELETED,
        /** A customer that the engine did not know yet was deleted. */
        NEW_CUSTOMER_DELETED,
        /** The number was taken off the card. */
        NUMBER_EMPTIED,
        /** The number on the card was made another. */
        RENUMBERED,
        /** The card was taken out of the sync, or two records were parted. */
        PARTED,
        /** Two records were joined by hand. */
        JOINED,
        /** A customer from before was edited that had never been seen whole. */
        UNSEEN,
        /** The brake held an update back. */
        BRAKED,
        /** The ERP answered a read with the past. */
        LAGGED,
        /** An operator dropped what the brake held. */
        DISCARDED;

        /** Whether it is one of the things that a record meets once in years. */
        boolean isSeldom() {
            return switch (this) {
                case REFUSED, SAVED, ASKED, CONTROLLED, UNSEEN, DISCARDED -> false;
                case CARD_DELETED,
                        NEW_CARD_DELETED,
                        CUSTOMER_DELETED,
                        NEW_CUSTOMER_DELETED,
                        NUMBER_EMPTIED,
                        RENUMBERED,
                        PARTED,
                        JOINED,
                        BRAKED,
                        LAGGED ->
                        true;
            };
        }
    }

    Edits with(Side side, String field, Value value) {
        TreeMap<String, Value> copy = new TreeMap<>(last);
        copy.put(key(side, field), value);
        return new Edits(copy, marks, owed);
    }

    Edits with(Mark mark) {
        EnumSet<Mark> copy = EnumSet.copyOf(marks);
        copy.add(mark);
        return new Edits(last, copy, owed);
    }

    /** That field, in the name of {@code side}, may now be written there once. */
    Edits owing(Side side, String field) {
        return owes(side, field) ? this : adding(key(side, field));
    }

    /** It was edited: where it was owed already, two writes may follow. */
    Edits owingMore(Side side, String field) {
        return owes(side, field) ? adding(key(side, field) + AGAIN) : adding(key(side, field));
    }

    private Edits adding(String key) {
        if (owed.contains(key)) {
            return this;
        }
        TreeSet<String> copy = new TreeSet<>(owed);
        copy.add(key);
        return new Edits(last, marks, copy);
    }

    /** It was written, and both sides hold the same. */
    Edits settled(Side side, String field) {
        if (!owes(side, field)) {
            return this;
        }
        TreeSet<String> copy = new TreeSet<>(owed);
        if (!copy.remove(key(side, field) + AGAIN)) {
            copy.remove(key(side, field));
        }
        return new Edits(last, marks, copy);
    }

    boolean owes(Side side, String field) {
        return owed.contains(key(side, field));
    }

    /** How many different things happened that happen seldom. */
    public int seldom() {
        int count = 0;
        for (Mark mark : marks) {
            count += mark.isSeldom() ? 1 : 0;
        }
        return count;
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** Whether nobody did anything yet. */
    public boolean isNone() {
        return last.isEmpty() && marks.isEmpty();
    }

    /** The last value that a user of {@code side} gave the field; null when nobody touched it. */
    public @Nullable Value of(Side side, String field) {
        return last.get(key(side, field));
    }

    public boolean touched(Side side, String field) {
        return last.containsKey(key(side, field));
    }

    private static String key(Side side, String field) {
        return side + " " + field;
    }
}

package io.erpsync.sync.store;

import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many links of one connection are queued, held and set aside; kept as links change, so that
 * nobody has to look at all of them.
 *
 * @param queued by the side that the step is for
 * @param held by what is waited for
 * @param deadLetters by their reason
 */
public record Tally(
        SortedMap<String, Integer> queued,
        SortedMap<String, Integer> held,
        SortedMap<String, Integer> deadLetters) {

    public static final Tally NONE = new Tally(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Tally {
        queued = Collections.unmodifiableSortedMap(new TreeMap<>(queued));
        held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
        deadLetters = Collections.unmodifiableSortedMap(new TreeMap<>(deadLetters));
    }

    public int queued(Side target) {
        return queued.getOrDefault(target.name(), 0);
    }

    /** The tally once a link that stood as {@code before} stands as {@code after}; null: is not. */
    Tally moved(@Nullable LinkEntry before, @Nullable LinkEntry after) {
        return new Tally(
                moved(queued, queueOf(before), queueOf(after)),
                moved(held, holdOf(before), holdOf(after)),
                moved(deadLetters, deadLetterOf(before), deadLetterOf(after)));
    }

    private static SortedMap<String, Integer> moved(
            SortedMap<String, Integer> counts, @Nullable String from, @Nullable String to) {
        TreeMap<String, Integer> next = new TreeMap<>(counts);
        if (from != null) {
            next.computeIfPresent(from, (_, count) -> count > 1 ? count - 1 : null);
        }
        if (to != null) {
            next.merge(to, 1, Integer::sum);
        }
        return next;
    }

    private static @Nullable String queueOf(@Nullable LinkEntry entry) {
        return entry != null && entry.link().phase() instanceof Phase.Ready ready
                ? ready.work().target().name()
                : null;
    }

    private static @Nullable String holdOf(@Nullable LinkEntry entry) {
        if (entry == null) {
            return null;
        }
        return switch (entry.link().phase()) {
            case Phase.Settling _ -> "SETTLING";
            case Phase.Waiting waiting -> waiting.reason().name();
            case Phase.Parked _ -> "PARKED";
            case Phase.Idle _, Phase.Ready _, Phase.Open _, Phase.Closed _ -> null;
        };
    }

    private static @Nullable String deadLetterOf(@Nullable LinkEntry entry) {
        if (entry == null || !entry.deadLetter()) {
            return null;
        }
        Link link = entry.link();
        return link.problem() == null ? null : link.problem().reason().name();
    }
}

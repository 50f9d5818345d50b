package io.erpsync.polling.plan;

import io.erpsync.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rests after failures, and until when. A failure lets everything of the connection rest, for
 * the system may be away; but that is forgotten as soon as anything works. The feed that failed
 * rests besides, twice as long each time until it is itself read: so one that always fails takes no
 * turn from the others, and what passes every probe and is then refused is not asked for ever. Not
 * for use by several threads at once.
 */
final class Setbacks {

    private final Map<Source, Setback> feeds = new HashMap<>();
    private @Nullable Setback whole;

    /**
     * A call did not bring what it was made for.
     *
     * @param source the feed that it was to read; null for any other call
     */
    Setback failed(
            @Nullable Source source,
            Reason reason,
            @Nullable Duration retryAfter,
            String words,
            Instant now) {
        whole = Setback.after(whole, reason, retryAfter, words, now);
        if (source != null) {
            feeds.put(source, Setback.after(feeds.get(source), reason, retryAfter, words, now));
        }
        return whole;
    }

    /** Something works; a wait that the system asked for meanwhile is kept all the same. */
    void worked(Instant now) {
        if (whole != null && !now.isBefore(whole.asked())) {
            whole = null;
        }
    }

    /** A page of that feed was read. */
    void read(Source source, Instant now) {
        feeds.remove(source);
        worked(now);
    }

    /** Nothing is waited for any more, save where the system asked for it. */
    void cutShort(Instant now) {
        whole = whole == null ? null : whole.cutShort(now);
        feeds.replaceAll((_, feed) -> feed.cutShort(now));
    }

    /** Until when the whole connection rests; long ago where it does not. */
    Instant wholeUntil() {
        return whole == null ? Instant.MIN : whole.until();
    }

    /** Until when that feed rests; long ago where it does not. */
    Instant until(Source source) {
        Setback feed = feeds.get(source);
        return feed == null ? Instant.MIN : feed.until();
    }

    /** How often in a row that feed could not be read. */
    int failures(Source source) {
        Setback feed = feeds.get(source);
        return feed == null ? 0 : feed.failures();
    }

    /** What is told of the connection: why not all of it is polled; null while all is well. */
    @Nullable Setback told() {
        return whole != null
                ? whole
                : feeds.values().stream()
                        .max(Comparator.comparingInt(Setback::failures))
                        .orElse(null);
    }
}

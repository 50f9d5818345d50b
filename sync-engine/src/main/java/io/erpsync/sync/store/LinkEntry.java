package io.erpsync.sync.store;

import io.erpsync.sync.core.model.Link;
import org.jspecify.annotations.Nullable;

/**
 * A link with what the shell remembers of it.
 *
 * @param queueKey where it waits for its release; null when it does not
 * @param dueKey where it waits for its time; null when it does not
 * @param published what was told of it last on the topic of links
 * @param deadLetter whether a dead letter of it is open
 * @param correlation the journey that its work belongs to
 */
public record LinkEntry(
        Link link,
        @Nullable String queueKey,
        @Nullable String dueKey,
        String published,
        boolean deadLetter,
        String correlation) {

    public static LinkEntry of(Link link, String correlation) {
        return new LinkEntry(link, null, null, "", false, correlation);
    }
}

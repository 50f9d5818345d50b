package io.erpsync.connector;

import java.util.List;

/**
 * What one step brought. Duplicates and disorder are allowed; gaps are not: whatever changed before
 * {@code next} was made is in this page, an earlier one, or will come again in a later run.
 *
 * @param next where the next step goes on, also when there was nothing
 * @param runComplete true when the next step may wait for the next poll; false when it should
 *     follow at once
 */
public record FeedPage(List<FeedItem> items, Cursor next, boolean runComplete) {

    public FeedPage {
        items = List.copyOf(items);
    }
}

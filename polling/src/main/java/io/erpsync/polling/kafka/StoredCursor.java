package io.erpsync.polling.kafka;

import io.erpsync.connector.Feed;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.SystemName;
import io.erpsync.polling.plan.Progress;
import io.erpsync.schemas.topics.Keys;
import java.util.Locale;

/**
 * How far one feed was read, as it is kept on the topic.
 *
 * @param type the system's own word
 */
public record StoredCursor(
        ConnectionName connection, SystemName system, String type, Feed feed, Progress progress) {

    public String key() {
        return key(connection, system, type, feed);
    }

    public static String key(ConnectionName connection, SystemName system, String type, Feed feed) {
        return Keys.ofCursor(connection, system, type, word(feed));
    }

    String feedWord() {
        return word(feed);
    }

    private static String word(Feed feed) {
        return feed.name().toLowerCase(Locale.ROOT);
    }
}

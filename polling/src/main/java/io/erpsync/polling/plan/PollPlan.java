package io.erpsync.polling.plan;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connector.Feed;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What is polled for one side of one connection, and how often.
 *
 * @param feeds by type, in the order in which types are loaded
 * @param eventsPerSecond how many events it may publish
 */
public record PollPlan(
        ConnectionName connection,
        Map<ObjectType, Set<Feed>> feeds,
        Duration every,
        Duration status,
        int eventsPerSecond) {

    /** How often a catalogue is read again. */
    static final Duration CATALOGUES = Duration.ofHours(1);

    public PollPlan {
        feeds = Map.copyOf(feeds);
    }

    /**
     * What the connection's rules need.
     *
     * @param offered the feeds that the side's connector has
     */
    public static PollPlan of(
            Connection connection, Side side, Set<Feed> offered, int eventsPerSecond) {
        Map<ObjectType, Set<Feed>> feeds = new EnumMap<>(ObjectType.class);
        connection
                .objects()
                .forEach((type, rules) -> feeds.put(type, PolledFeeds.of(side, rules, offered)));
        return new PollPlan(
                connection.name(),
                feeds,
                connection.polling().every(),
                connection.polling().status(),
                eventsPerSecond);
    }

    boolean has(Source source) {
        return feeds.getOrDefault(source.type(), Set.of()).contains(source.feed());
    }

    Rhythm rhythm(Feed feed) {
        return Rhythm.of(connection, feed == Feed.STATUS ? status : every);
    }
}

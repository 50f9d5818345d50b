package io.erpsync.schemas.topics;

import io.erpsync.model.SystemName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every topic as it must be. The partition count is the same for all and chosen once: it decides
 * which partition a connection lies in.
 */
public record TopicPlan(List<Topic> topics) {

    public static final int PARTITIONS = 24;

    /** Systems that take commands; each has a topic of its own. */
    public static final List<SystemName> TARGETS =
            List.of(SystemName.LIME, new SystemName("fortnox"));

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration HINTS_KEPT = Duration.ofHours(1);
    private static final Duration HISTORY_KEPT = Duration.ofDays(400);
    private static final int SOURCE_LIMIT = 1024 * 1024;

    /** A dead letter holds a record of any source as it was read, and the reason besides. */
    private static final int DEAD_LETTER_LIMIT = 2 * SOURCE_LIMIT;

    public TopicPlan {
        topics = List.copyOf(topics);
    }

    public static TopicPlan of(int partitions) {
        return of(partitions, TARGETS);
    }

    public static TopicPlan of(int partitions, List<SystemName> targets) {
        List<Topic> topics = new ArrayList<>();
        topics.add(Topic.kept(Topics.LIME_CHANGES, partitions, MONTH, SOURCE_LIMIT));
        topics.add(Topic.kept(Topics.ERP_CHANGES, partitions, MONTH, SOURCE_LIMIT));
        for (SystemName target : targets) {
            topics.add(Topic.kept(Topics.commandsTo(target), partitions, MONTH, SOURCE_LIMIT));
        }
        topics.add(Topic.kept(Topics.RESULTS, partitions, MONTH, SOURCE_LIMIT));
        topics.add(Topic.kept(Topics.CONTROL, partitions, MONTH, SOURCE_LIMIT));
        topics.add(Topic.kept(Topics.HINTS, partitions, HINTS_KEPT, SOURCE_LIMIT));
        topics.add(Topic.compacted(Topics.CURSORS, partitions, SOURCE_LIMIT));
        topics.add(Topic.compacted(Topics.CATALOGUES, partitions, SOURCE_LIMIT));
        topics.add(Topic.compacted(Topics.LINKS, partitions, SOURCE_LIMIT));
        topics.add(Topic.kept(Topics.HISTORY, partitions, HISTORY_KEPT, SOURCE_LIMIT));
        topics.add(Topic.compacted(Topics.DEAD_LETTERS, partitions, DEAD_LETTER_LIMIT));
        topics.add(Topic.kept(Topics.STREAMS_DEAD_LETTERS, partitions, MONTH, DEAD_LETTER_LIMIT));
        return new TopicPlan(topics);
    }

    /**
     * One topic.
     *
     * @param retention how long a record is kept; null: the last one of each key, for good
     * @param maxMessageBytes the largest batch that the broker takes
     */
    public record Topic(
            String name, int partitions, @Nullable Duration retention, int maxMessageBytes) {

        public Topic {
            if (partitions < 1) {
                throw new IllegalArgumentException(
                        "topic " + name + ": partitions " + partitions + ", at least 1 is needed");
            }
        }

        static Topic kept(String name, int partitions, Duration retention, int maxMessageBytes) {
            return new Topic(name, partitions, retention, maxMessageBytes);
        }

        static Topic compacted(String name, int partitions, int maxMessageBytes) {
            return new Topic(name, partitions, null, maxMessageBytes);
        }

        public boolean isCompacted() {
            return retention == null;
        }

        /** The settings that the broker must have for this topic, in its own words. */
        public Map<String, String> settings() {
            Map<String, String> settings = new TreeMap<>();
            settings.put("max.message.bytes", Integer.toString(maxMessageBytes));
            if (retention == null) {
                settings.put("cleanup.policy", "compact");
            } else {
                settings.put("cleanup.policy", "delete");
                settings.put("retention.ms", Long.toString(retention.toMillis()));
            }
            return settings;
        }
    }
}

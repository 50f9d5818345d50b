package io.erpsync.writer.kafka;

import io.erpsync.writer.execute.Bookmark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What is dealt with and not sent yet. All of it goes out in the next transaction, so that a
 * bookmark never names a command whose result is not beside it or sent before. Of the loop's thread
 * alone.
 */
final class Outbox {

    private final List<Settled> waiting = new ArrayList<>();

    /** Takes in one whose partition is still ours under the same book. */
    void add(Settled settled) {
        settled.book().answered(settled.record().offset());
        waiting.add(settled);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<Letter> letters() {
        return waiting.stream().flatMap(settled -> settled.letters().stream()).toList();
    }

    Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        waiting.forEach(settled -> partitions.add(settled.partition()));
        return partitions;
    }

    void sent() {
        waiting.clear();
    }

    /** Drops what turns out to be sent. */
    void sent(Map<TopicPartition, Bookmark> published) {
        waiting.removeIf(
                settled -> {
                    Bookmark bookmark = published.get(settled.partition());
                    return bookmark != null && bookmark.holds(settled.record().offset());
                });
    }

    /** Those partitions are another's now, and so are their commands. */
    void forget(Collection<TopicPartition> partitions) {
        waiting.removeIf(settled -> partitions.contains(settled.partition()));
    }
}

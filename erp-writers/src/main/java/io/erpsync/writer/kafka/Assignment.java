package io.erpsync.writer.kafka;

import io.erpsync.writer.execute.Bookmark;
import io.erpsync.writer.execute.PartitionBook;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that are ours and the book of each. A partition is paused until its book is open,
 * and again while its book is unread. Of the loop's thread alone.
 */
final class Assignment {

    private static final Logger LOGGER = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<byte[], byte[]> consumer;
    private final WriterState state;
    private final Map<TopicPartition, PartitionBook> books = new HashMap<>();
    private final Set<TopicPartition> unopened = new HashSet<>();
    private final Set<TopicPartition> unread = new HashSet<>();
    private boolean joined;

    Assignment(Consumer<byte[], byte[]> consumer, WriterState state) {
        this.consumer = consumer;
        this.state = state;
    }

    void added(Collection<TopicPartition> partitions) {
        joined = true;
        consumer.pause(partitions);
        unopened.addAll(partitions);
        tell();
    }

    void removed(Collection<TopicPartition> partitions) {
        partitions.forEach(books::remove);
        unopened.removeAll(partitions);
        unread.removeAll(partitions);
        tell();
    }

    @Nullable PartitionBook book(TopicPartition partition) {
        return books.get(partition);
    }

    /** Opens the books that are not open yet; those that the broker does not tell of stay shut. */
    void open() {
        if (unopened.isEmpty()) {
            return;
        }
        Set<TopicPartition> asked = Set.copyOf(unopened);
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(asked, GroupSettings.CALL);
            Map<TopicPartition, Long> ends = consumer.endOffsets(asked, GroupSettings.CALL);
            asked.forEach(p -> books.put(p, book(p, committed.get(p), ends.getOrDefault(p, 0L))));
            unopened.removeAll(asked);
            consumer.resume(asked);
            state.over("offsets");
        } catch (TimeoutException later) {
            state.trouble("offsets", "the group's offsets cannot be read: " + later.getMessage());
        }
        tell();
    }

    private PartitionBook book(
            TopicPartition partition, @Nullable OffsetAndMetadata committed, long end) {
        if (committed == null) {
            // The first writer ever, or one that comes after the group's offsets were lost: what is
            // there may have been begun, and is looked for before it is done.
            return new PartitionBook(Bookmark.begun(0, end), false);
        }
        Bookmark bookmark = Bookmark.read(committed.offset(), committed.metadata());
        if (bookmark == null) {
            LOGGER.atWarn()
                    .addKeyValue("partition", partition)
                    .addKeyValue("reason", "FOREIGN_METADATA")
                    .log("The offset was not set by a writer; what follows may have been begun.");
            return new PartitionBook(Bookmark.begun(committed.offset(), end), false);
        }
        return new PartitionBook(bookmark, true);
    }

    /** Whether something was taken that must not begin before its bookmark is published. */
    boolean mustPublish() {
        return books.values().stream().anyMatch(PartitionBook::mustBeKept);
    }

    /** The bookmarks of those partitions, and of all that must be published. */
    Map<TopicPartition, Bookmark> bookmarks(Set<TopicPartition> answered) {
        Map<TopicPartition, Bookmark> bookmarks = new HashMap<>();
        books.forEach(
                (partition, book) -> {
                    if (answered.contains(partition) || book.mustBeKept()) {
                        bookmarks.put(partition, book.bookmark());
                    }
                });
        return bookmarks;
    }

    /** Those bookmarks are published. */
    void published(Map<TopicPartition, Bookmark> bookmarks) {
        bookmarks.forEach(
                (partition, bookmark) -> {
                    PartitionBook book = books.get(partition);
                    if (book != null) {
                        book.kept(bookmark);
                    }
                });
    }

    /** The record at {@code offset} cannot be taken now: it is read again once there is room. */
    void later(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        consumer.pause(Set.of(partition));
        unread.add(partition);
    }

    /** Reads on where there is room again. */
    void resume() {
        Set<TopicPartition> free = new HashSet<>(unread);
        free.removeIf(partition -> !hasRoom(partition));
        unread.removeAll(free);
        consumer.resume(free);
    }

    private boolean hasRoom(TopicPartition partition) {
        PartitionBook book = books.get(partition);
        return book != null && book.hasRoom();
    }

    /** What the group has as answered of those partitions. */
    Map<TopicPartition, Bookmark> kept(Set<TopicPartition> partitions) {
        Map<TopicPartition, Bookmark> bookmarks = new HashMap<>();
        consumer.committed(partitions, GroupSettings.CALL)
                .forEach(
                        (partition, committed) -> {
                            Bookmark bookmark =
                                    committed == null
                                            ? null
                                            : Bookmark.read(
                                                    committed.offset(), committed.metadata());
                            if (bookmark != null) {
                                bookmarks.put(partition, bookmark);
                            }
                        });
        return bookmarks;
    }

    private void tell() {
        state.assigned(joined && unopened.isEmpty(), books.size());
    }
}

package io.erpsync.writer.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.writer.execute.PartitionBook.Taking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionBookTest {

    @Test
    void staysAtTheFirstUnanswered() {
        PartitionBook book = taking(0, 1, 2);

        book.answered(1);
        book.answered(2);

        assertThat(book.bookmark().next()).isZero();
        assertThat(book.bookmark().answered()).containsExactly(1L, 2L);
    }

    @Test
    void movesBehindTheLastWhenAllAreAnswered() {
        PartitionBook book = taking(3, 4);

        book.answered(4);
        book.answered(3);

        assertThat(book.bookmark()).isEqualTo(Bookmark.at(5));
    }

    @Test
    void doesNotCountTransactionMarkersAsUnanswered() {
        PartitionBook book = taking(10, 12, 17);

        book.answered(10);
        book.answered(12);

        assertThat(book.bookmark()).isEqualTo(Bookmark.begun(17, 18));
    }

    @Test
    void neverHandsOutWhatIsAnswered() {
        PartitionBook book =
                new PartitionBook(new Bookmark(5, new TreeSet<>(List.of(7L, 9L)), 20), true);

        assertThat(book.take(5)).isEqualTo(Taking.AGAIN);
        assertThat(book.take(7)).isEqualTo(Taking.ANSWERED);
        assertThat(book.take(8)).isEqualTo(Taking.AGAIN);
        assertThat(book.take(9)).isEqualTo(Taking.ANSWERED);
    }

    @Test
    void tellsWhatAnEarlierOwnerMayHaveBegun() {
        PartitionBook book = new PartitionBook(Bookmark.begun(5, 7), true);

        assertThat(book.take(5)).isEqualTo(Taking.AGAIN);
        assertThat(book.take(6)).isEqualTo(Taking.AGAIN);
        assertThat(book.take(7)).isEqualTo(Taking.FIRST);
    }

    @Test
    void takesNothingThatItCouldNotMark() {
        PartitionBook book = taking(0);
        for (long offset = 1; offset < Bookmark.SPAN; offset++) {
            assertThat(book.take(offset)).isEqualTo(Taking.FIRST);
        }

        assertThat(book.take(Bookmark.SPAN)).isEqualTo(Taking.FULL);
        assertThat(book.hasRoom()).isFalse();

        book.answered(0);
        assertThat(book.hasRoom()).isFalse();
        for (long offset = 1; offset <= Bookmark.SPAN / 4; offset++) {
            book.answered(offset);
        }
        assertThat(book.hasRoom()).isTrue();
        assertThat(book.take(Bookmark.SPAN)).isEqualTo(Taking.FIRST);
    }

    @Test
    void waitsForTheFirstUnansweredAlsoBeforeAGap() {
        PartitionBook book = taking(0);

        assertThat(book.take(1_000_000)).isEqualTo(Taking.FULL);
        assertThat(book.hasRoom()).isFalse();

        book.answered(0);
        assertThat(book.hasRoom()).isTrue();
        assertThat(book.take(1_000_000)).isEqualTo(Taking.FIRST);
    }

    @Test
    void mustBeKeptBeforeAnythingTakenBegins() {
        PartitionBook book = new PartitionBook(Bookmark.at(5), true);
        assertThat(book.mustBeKept()).isFalse();

        assertThat(book.take(5)).isEqualTo(Taking.FIRST);
        assertThat(book.mustBeKept()).isTrue();
        Bookmark bookmark = book.bookmark();
        assertThat(bookmark).isEqualTo(Bookmark.begun(5, 6));
        book.kept(bookmark);

        assertThat(book.mustBeKept()).isFalse();
        assertThat(new PartitionBook(bookmark, true).take(5)).isEqualTo(Taking.AGAIN);
    }

    @Test
    void mustBeKeptWhereNothingWasKeptBefore() {
        PartitionBook book = new PartitionBook(Bookmark.at(0), false);

        assertThat(book.mustBeKept()).isTrue();
        book.kept(book.bookmark());
        assertThat(book.mustBeKept()).isFalse();
    }

    @Test
    void refusesAnOffsetOutOfOrder() {
        PartitionBook book = taking(4);

        assertThatThrownBy(() -> book.take(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.answered(5)).isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Whatever the order of the answers, wherever the writer is killed: what was answered and
     * published is not handed out again, all else is; and what was begun is never handed out as if
     * it was not.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void survivesAnyOrderOfAnswersAndAnyKill(long seed) {
        Random random = new Random(seed);
        List<Long> log = new ArrayList<>();
        for (long offset = 0; log.size() < 3_000; offset += 1 + random.nextInt(4)) {
            log.add(offset);
        }
        long end = log.getLast() + 1;
        SortedSet<Long> answeredForGood = new TreeSet<>();
        Set<Long> begun = new HashSet<>();
        Bookmark published = Bookmark.at(0);
        while (published.next() < end) {
            published = life(log, published, answeredForGood, begun, random, seed);
        }

        assertThat(answeredForGood).as("seed %d", seed).containsExactlyElementsOf(log);
    }

    /** One writer's life, from its assignment to its kill: the bookmark that it leaves. */
    private static Bookmark life(
            List<Long> log,
            Bookmark start,
            SortedSet<Long> answeredForGood,
            Set<Long> begun,
            Random random,
            long seed) {
        PartitionBook book = new PartitionBook(start, true);
        List<Long> taken = new ArrayList<>();
        List<Long> running = new ArrayList<>();
        List<Long> unpublished = new ArrayList<>();
        Bookmark published = start;
        int position = position(log, start.next());
        int steps = 200 + random.nextInt(4_000);
        for (int step = 0; step < steps; step++) {
            int dice = random.nextInt(10);
            if (dice < 5 && position < log.size()) {
                long offset = log.get(position);
                Taking taking = book.take(offset);
                position += taking == Taking.FULL ? 0 : 1;
                assertThat(taking == Taking.ANSWERED)
                        .as("seed %d, offset %d", seed, offset)
                        .isEqualTo(taking != Taking.FULL && answeredForGood.contains(offset));
                if (taking == Taking.AGAIN || taking == Taking.FIRST) {
                    taken.add(offset);
                    assertThat(taking == Taking.AGAIN || !begun.contains(offset))
                            .as("seed %d, offset %d", seed, offset)
                            .isTrue();
                }
            } else if (dice < 9 && !running.isEmpty()) {
                // Mostly young ones, so that the answered run far ahead of the first.
                int which = random.nextInt(running.size());
                long offset = running.remove(Math.max(which, random.nextInt(running.size())));
                book.answered(offset);
                unpublished.add(offset);
            } else {
                Bookmark bookmark = book.bookmark();
                published =
                        Objects.requireNonNull(Bookmark.read(bookmark.next(), bookmark.metadata()));
                assertThat(published).as("seed %d", seed).isEqualTo(bookmark);
                assertThat(bookmark.metadata().length()).isLessThan(4096);
                answeredForGood.addAll(unpublished);
                unpublished.clear();
                book.kept(bookmark);
                assertThat(book.mustBeKept()).isFalse();
                running.addAll(taken);
                begun.addAll(taken);
                taken.clear();
            }
        }
        return published;
    }

    private static int position(List<Long> log, long next) {
        int position = 0;
        while (position < log.size() && log.get(position) < next) {
            position++;
        }
        return position;
    }

    private static PartitionBook taking(long... offsets) {
        PartitionBook book = new PartitionBook(Bookmark.at(offsets[0]), true);
        for (long offset : offsets) {
            assertThat(book.take(offset)).isEqualTo(Taking.FIRST);
        }
        return book;
    }
}

package io.erpsync.writer.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BookmarkTest {

    @Test
    void writesLittleWhileNothingIsOutOfOrder() {
        assertThat(Bookmark.at(7).metadata()).isEqualTo("1:0:");
        assertThat(Bookmark.begun(7, 9).metadata()).isEqualTo("1:2:");
        assertThat(Bookmark.read(7, "1:2:")).isEqualTo(Bookmark.begun(7, 9));
    }

    @Test
    void readsWhatItWrote() {
        Bookmark bookmark = new Bookmark(100, new TreeSet<>(List.of(101L, 108L, 4195L)), 5000);

        assertThat(Bookmark.read(100, bookmark.metadata())).isEqualTo(bookmark);
    }

    @Test
    void fitsIntoWhatABrokerKeepsWithAnOffset() {
        TreeSet<Long> all =
                LongStream.range(1, Bookmark.SPAN)
                        .boxed()
                        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);

        assertThat(new Bookmark(0, all, Long.MAX_VALUE / 10).metadata()).hasSizeLessThan(4096);
    }

    @Test
    void doesNotTakeForeignMetadataForItsOwn() {
        assertThat(Bookmark.read(7, "somebody else's")).isNull();
        assertThat(Bookmark.read(7, "")).isNull();
        assertThat(Bookmark.read(7, null)).isNull();
        assertThat(Bookmark.read(7, "1:0:not base64!")).isNull();
        assertThat(Bookmark.read(7, "1:0:A")).isNull();
        assertThat(Bookmark.read(7, "1:0:" + "A".repeat(2000))).isNull();
    }

    @Test
    void holdsNoOffsetThatItCouldNotWrite() {
        TreeSet<Long> tooFar = new TreeSet<>(List.of((long) Bookmark.SPAN));

        assertThatThrownBy(() -> new Bookmark(0, tooFar, 9000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bookmark(5, new TreeSet<>(List.of(4L)), 9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhatIsAnswered() {
        Bookmark bookmark = new Bookmark(5, new TreeSet<>(List.of(7L)), 9);

        assertThat(bookmark.holds(4)).isTrue();
        assertThat(bookmark.holds(5)).isFalse();
        assertThat(bookmark.holds(7)).isTrue();
        assertThat(bookmark.holds(8)).isFalse();
    }
}

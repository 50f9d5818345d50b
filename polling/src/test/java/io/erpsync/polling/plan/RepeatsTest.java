package io.erpsync.polling.plan;

import static io.erpsync.polling.plan.Examples.ACME;
import static io.erpsync.polling.plan.Examples.NOON;
import static io.erpsync.polling.plan.Examples.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.Fields;
import io.erpsync.model.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private final Repeats repeats = new Repeats();

    @Test
    void leavesOutWhatWasToldAMomentAgo() {
        repeats.told(seen(2, Feed.STATUS), NOON);

        List<Observation> left = repeats.without(seen(3, Feed.STATUS), NOON.plusSeconds(1));

        assertThat(left).isEqualTo(seen(3, Feed.STATUS).subList(2, 3));
    }

    @Test
    void leavesOutWhatAnotherFeedTold() {
        repeats.told(seen(2, Feed.CHANGES), NOON);

        assertThat(repeats.without(seen(2, Feed.STATUS), NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void tellsAgainAfterAWhile() {
        repeats.told(seen(2, Feed.STATUS), NOON);

        assertThat(repeats.without(seen(2, Feed.STATUS), NOON.plusSeconds(30))).hasSize(2);
    }

    @Test
    void leavesOutNothingThatWasNotPublished() {
        List<Observation> first = repeats.without(seen(2, Feed.STATUS), NOON);

        assertThat(first).hasSize(2);
        assertThat(repeats.without(seen(2, Feed.STATUS), NOON)).hasSize(2);
    }

    @Test
    void tellsARecordThatChanged() {
        repeats.told(seen(1, Feed.STATUS), NOON);
        Observations look = new Observations(ACME, NOON, Duration.ZERO);

        List<Observation> changed = List.of(look.of(Feed.STATUS, page(2, "p", true)).get(1));

        assertThat(repeats.without(changed, NOON)).isEqualTo(changed);
    }

    @Test
    void keepsABaselineApart() {
        repeats.told(seen(1, Feed.BASELINE), NOON);

        assertThat(repeats.without(seen(1, Feed.STATUS), NOON)).hasSize(1);
        repeats.told(seen(1, Feed.STATUS), NOON);
        assertThat(repeats.without(seen(1, Feed.BASELINE), NOON)).hasSize(1);
    }

    @Test
    void leavesOutAListItemThatSaysTheSame() {
        repeats.told(listed("A", 0), NOON);

        assertThat(repeats.without(listed("A", 1), NOON.plusSeconds(1))).isEmpty();
        assertThat(repeats.without(listed("B", 1), NOON.plusSeconds(1))).hasSize(1);
    }

    @Test
    void tellsAListItemThatIsAgainWhatItWas() {
        repeats.told(listed("A", 0), NOON);
        repeats.told(listed("B", 1), NOON.plusSeconds(1));

        assertThat(repeats.without(listed("A", 2), NOON.plusSeconds(2))).hasSize(1);
    }

    @Test
    void forgetsNoChangeOfAListItemWhereThereIsNoRoomForMore() {
        repeats.told(listed("A", 0), NOON);
        repeats.told(seen(20_000, Feed.CHANGES), NOON);
        repeats.told(listed("B", 1), NOON.plusSeconds(1));

        assertThat(repeats.without(listed("A", 2), NOON.plusSeconds(2))).hasSize(1);
    }

    /** A list item, looked at so many seconds after noon. */
    private static List<Observation> listed(String name, int seconds) {
        FeedItem item =
                new FeedItem.Listed(
                        Examples.company(7),
                        Value.text("10"),
                        Value.empty(),
                        Value.text(name),
                        Fields.NONE);
        return new Observations(ACME, NOON.plusSeconds(seconds), Duration.ZERO)
                .of(Feed.INDEX, new FeedPage(List.of(item), new Cursor("next"), true));
    }

    private static List<Observation> seen(int records, Feed feed) {
        return new Observations(ACME, NOON, Duration.ZERO).of(feed, page(records, "p", true));
    }
}

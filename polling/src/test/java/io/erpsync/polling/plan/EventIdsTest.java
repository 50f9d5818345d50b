package io.erpsync.polling.plan;

import static io.erpsync.polling.plan.Examples.ACME;
import static io.erpsync.polling.plan.Examples.NOON;
import static io.erpsync.polling.plan.Examples.company;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.Fields;
import io.erpsync.model.Value;
import io.erpsync.polling.plan.Observation.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final Fields NAMED = Fields.NONE.with("name", Value.text("Acme"));

    @Test
    void areTheSameForTheSame() {
        assertThat(id(NAMED, NOON))
                .isEqualTo(id(Fields.NONE.with("name", Value.text("Acme")), NOON))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void areTheSameForWhatTheBaselineShowedAndTheFirstChangesRepeat() {
        Observations look = new Observations(ACME, NOON, Duration.ZERO);
        FeedPage page =
                new FeedPage(
                        List.of(new FeedItem.Present(company(7, "Acme"))), new Cursor("c"), true);

        assertThat(look.of(Feed.CHANGES, page).getFirst().eventId())
                .isEqualTo(look.of(Feed.BASELINE, page).getFirst().eventId())
                .isEqualTo(look.of(Feed.STATUS, page).getFirst().eventId());
    }

    @Test
    void differWithTimeViewAndEveryValue() {
        Stream<String> ids =
                Stream.of(
                        id(NAMED, NOON),
                        id(NAMED, NOON.plusMillis(3)),
                        EventIds.of(ACME, company(7), View.LISTED, NOON, NAMED),
                        EventIds.of(ACME, company(8), View.RECORD, NOON, NAMED),
                        id(Fields.NONE, NOON),
                        id(NAMED.with("phone", Value.empty()), NOON),
                        id(NAMED.with("phone", Value.text("1")), NOON),
                        id(NAMED.with("phone", new Value.Whole(1)), NOON),
                        id(NAMED.with("phone", new Value.Bool(true)), NOON),
                        id(NAMED.with("phone", Value.text("true")), NOON));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void areNotMixedUpByWhereOneTextEndsAndTheNextBegins() {
        Fields one = Fields.NONE.with("ab", Value.text("c")).with("d", Value.text(""));
        Fields other = Fields.NONE.with("a", Value.text("bc")).with("d", Value.text(""));

        assertThat(id(one, NOON)).isNotEqualTo(id(other, NOON));
    }

    private static String id(Fields fields, Instant asOf) {
        return EventIds.of(ACME, company(7), View.RECORD, asOf, fields);
    }
}

package io.erpsync.polling.plan;

import static io.erpsync.polling.plan.Examples.ACME;
import static io.erpsync.polling.plan.Examples.NOON;
import static io.erpsync.polling.plan.Examples.company;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import io.erpsync.polling.plan.Observation.Origin;
import io.erpsync.polling.plan.Observation.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationsTest {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Observations look = new Observations(ACME, NOON.plusSeconds(60), SKEW);

    @ParameterizedTest
    @CsvSource({
        "CHANGES, POLL",
        "STATUS, STATUS_POLL",
        "BASELINE, BASELINE",
        "INDEX, INDEX",
    })
    void saysWhichFeedARecordWasSeenIn(Feed feed, Origin origin) {
        List<Observation> seen = look.of(feed, page(new FeedItem.Present(company(7, "Acme"))));

        Observation only = seen.getFirst();
        assertThat(only.origin()).isEqualTo(origin);
        assertThat(only.view()).isEqualTo(View.RECORD);
        assertThat(only.urgency()).isEqualTo(Urgency.BACKGROUND);
        assertThat(only.reference()).isEqualTo(company(7));
        assertThat(only.asOf()).isEqualTo(NOON);
        assertThat(only.observedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"CHANGES", "STATUS", "BASELINE", "INDEX"})
    void tellsAListItemFromARecordWhateverTheFeed(Feed feed) {
        FeedItem item =
                new FeedItem.Listed(
                        company(7),
                        Value.text("10"),
                        Value.text("556677-8899"),
                        Value.text("Acme"),
                        Fields.of(Map.of("Phone1", Value.text("08-1"))));

        Observation seen = look.of(feed, page(item)).getFirst();

        assertThat(seen.view()).isEqualTo(View.LISTED);
        assertThat(seen.origin()).isEqualTo(Origin.INDEX);
        assertThat(seen.fields())
                .isEqualTo(
                        Fields.of(
                                Map.of(
                                        "number", Value.text("10"),
                                        "registrationNumber", Value.text("556677-8899"),
                                        "name", Value.text("Acme"))));
        assertThat(seen.shown()).isEqualTo(Fields.of(Map.of("Phone1", Value.text("08-1"))));
    }

    @Test
    void seesNothingOfARecordThatCouldNotBeRead() {
        FeedItem unread = new FeedItem.Unread(company(7), Reason.UNEXPECTED_ANSWER, "no time");

        assertThat(look.of(Feed.CHANGES, page(unread))).isEmpty();
    }

    @Test
    void worksOutTheSystemsTimeWhereTheSystemTellsNone() {
        Observation gone = look.of(Feed.CHANGES, page(new FeedItem.Gone(company(7)))).getFirst();

        assertThat(gone.view()).isEqualTo(View.GONE);
        assertThat(gone.asOf()).isEqualTo(NOON.plusSeconds(60).plus(SKEW).minusSeconds(1));
    }

    @Test
    void keepsTheOrderOfThePage() {
        FeedPage page =
                page(
                        new FeedItem.Present(company(3, "c")),
                        new FeedItem.Gone(company(1)),
                        new FeedItem.Present(company(2, "b")));

        List<Observation> seen = look.of(Feed.CHANGES, page);

        assertThat(seen)
                .extracting(Observation::reference)
                .containsExactly(company(3), company(1), company(2));
    }

    @Test
    void publishesWhatAHintLedToAsUrgentAsItIs() {
        Observation record = look.hinted(company(7), company(7, "Acme"), Urgency.INTERACTIVE);
        Observation gone = look.hinted(company(7), null, Urgency.BACKGROUND);

        assertThat(record.view()).isEqualTo(View.RECORD);
        assertThat(record.urgency()).isEqualTo(Urgency.INTERACTIVE);
        assertThat(gone.view()).isEqualTo(View.GONE);
        assertThat(gone.urgency()).isEqualTo(Urgency.BACKGROUND);
        assertThat(List.of(record, gone)).allMatch(seen -> seen.origin() == Origin.HINT);
    }

    @Test
    void marksTheEndOfAListByAReferenceThatIsNoRecord() {
        Observation loaded = look.indexLoaded(SystemName.LIME, "company");

        assertThat(loaded.view()).isEqualTo(View.INDEX_LOADED);
        assertThat(loaded.reference().id()).isEqualTo("*");
        assertThat(loaded.origin()).isEqualTo(Origin.INDEX);
    }

    @Test
    void namesTheSameObservationTheSameHoweverItWasMet() {
        Observation polled =
                look.of(Feed.CHANGES, page(new FeedItem.Present(company(7, "Acme")))).getFirst();
        Observation hinted =
                new Observations(ACME, NOON.plusSeconds(90), Duration.ZERO)
                        .hinted(company(7), company(7, "Acme"), Urgency.INTERACTIVE);

        assertThat(hinted.eventId()).isEqualTo(polled.eventId()).hasSize(32);
    }

    @Test
    void namesObservationsThatDifferDifferently() {
        Observations other =
                new Observations(new ConnectionName("other"), look.begun(), look.skew());

        assertThat(
                        List.of(
                                look.hinted(company(7), company(7, "Acme"), Urgency.BACKGROUND),
                                look.hinted(company(7), company(7, "ACME"), Urgency.BACKGROUND),
                                look.hinted(company(8), company(8, "Acme"), Urgency.BACKGROUND),
                                look.hinted(company(7), null, Urgency.BACKGROUND),
                                other.hinted(company(7), company(7, "Acme"), Urgency.BACKGROUND)))
                .extracting(Observation::eventId)
                .doesNotHaveDuplicates();
    }

    private static FeedPage page(FeedItem... items) {
        return new FeedPage(List.of(items), new Cursor("next"), true);
    }
}

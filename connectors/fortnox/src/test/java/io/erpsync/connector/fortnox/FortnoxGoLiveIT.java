package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The moment at which a connection goes live, against the sandbox. */
class FortnoxGoLiveIT {

    private static final int CUSTOMERS = 8000;

    private final SandboxStandIn standIn = new SandboxStandIn();
    private final AtomicInteger requests = new AtomicInteger();
    private final RequestGate counting =
            urgency -> {
                requests.incrementAndGet();
                return RequestGate.OPEN.enter(urgency);
            };
    private final ConnectedSystem system =
            new FortnoxConnector().open(standIn.settings(), counting);

    @AfterEach
    void close() {
        system.close();
        standIn.close();
    }

    @Test
    void costsListPagesAndNothingForEachCustomer() {
        seedMany();

        Cursor begun = poll(Feed.CHANGES, null).next();
        Set<String> listed = new HashSet<>();
        FeedPage page = poll(Feed.INDEX, null);
        listed.addAll(ids(page));
        while (!page.runComplete()) {
            page = poll(Feed.INDEX, page.next());
            listed.addAll(ids(page));
        }
        int spent = requests.get();
        FeedPage changes = poll(Feed.CHANGES, begun);

        assertThat(listed).hasSize(CUSTOMERS);
        // Which company it is, where changes begin, and the list: 500 on a page, of which each but
        // the first shows ten once more.
        assertThat(spent).isEqualTo(1 + 1 + 17);
        assertThat(changes.items()).isEmpty();
        assertThat(requests.get()).isEqualTo(spent + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void partsBeforeFromAfterWhetherOrNotTheVerySecondIsFound(boolean inclusive) {
        standIn.door()
                .send("POST", "/sandbox/fortnox/1/switches", "{\"inclusive\":" + inclusive + "}");
        String untouched = standIn.seed(named("Untouched"));
        String edited = standIn.seed(named("Edited"));
        standIn.change(untouched, comment("just before"));

        Cursor begun = poll(Feed.CHANGES, null).next();
        standIn.change(edited, comment("just after"));
        FeedPage first = poll(Feed.CHANGES, begun);
        FeedPage second = poll(Feed.CHANGES, first.next());

        assertThat(ids(first)).containsExactly(edited);
        assertThat(ids(second)).containsExactly(edited);
    }

    @Test
    void theOverlapOfLaterRunsReachesNotBehindIt() {
        String before = standIn.seed(named("Before"));
        Cursor cursor = poll(Feed.CHANGES, null).next();
        String after = standIn.seed(named("After"));

        for (int run = 0; run < 3; run++) {
            FeedPage page = poll(Feed.CHANGES, cursor);

            assertThat(ids(page)).doesNotContain(before).contains(after);
            cursor = page.next();
        }
    }

    @Test
    void theHourMoreInTheAutumnNightReachesNotBehindIt() {
        clockTo(Instant.parse("2026-10-24T23:40:00Z"));
        String before = standIn.seed(named("Before"));
        clockTo(Instant.parse("2026-10-24T23:45:00Z"));
        Cursor begun = poll(Feed.CHANGES, null).next();
        clockTo(Instant.parse("2026-10-25T00:20:00Z"));
        String firstHour = standIn.seed(named("Two and twenty, the first time"));
        FeedPage first = poll(Feed.CHANGES, begun);
        clockTo(Instant.parse("2026-10-25T01:10:00Z"));
        String secondHour = standIn.seed(named("Two and ten, the second time"));

        FeedPage second = poll(Feed.CHANGES, first.next());

        assertThat(ids(first)).containsExactly(firstHour);
        assertThat(ids(second)).contains(secondHour).doesNotContain(before);
    }

    @Test
    void nothingIsMissedThatIsBegunInTheHourThatComesTwice() {
        clockTo(Instant.parse("2026-10-25T00:40:00Z"));
        Cursor begun = poll(Feed.CHANGES, null).next();
        clockTo(Instant.parse("2026-10-25T01:00:00Z"));
        String id = standIn.seed(named("Two, the second time"));

        FeedPage page = poll(Feed.CHANGES, begun);

        assertThat(ids(page)).contains(id);
    }

    @Test
    void readsOnFromACursorOfTheFirstVersion() {
        String id = standIn.seed(named("A"));
        Cursor old = new Cursor(Instant.now().minusSeconds(60) + ";-;0;");

        FeedPage page = poll(Feed.CHANGES, old);

        assertThat(ids(page)).containsExactly(id);
        assertThat(page.runComplete()).isTrue();
        assertThat(poll(Feed.CHANGES, page.next()).runComplete()).isTrue();
    }

    @Test
    void beginsNotWhenStoppedMeanwhile() throws InterruptedException {
        AtomicReference<@Nullable Answer<FeedPage>> answer = new AtomicReference<>();
        AtomicInteger marked = new AtomicInteger();
        poll(Feed.INDEX, null);
        Thread poller =
                Thread.startVirtualThread(
                        () -> {
                            Thread.currentThread().interrupt();
                            answer.set(ask(Feed.CHANGES, null));
                            marked.set(Thread.currentThread().isInterrupted() ? 1 : 0);
                        });

        poller.join(Duration.ofSeconds(10));

        assertThat(answer.get())
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.TARGET_UNAVAILABLE));
        assertThat(marked.get()).isEqualTo(1);
    }

    private void seedMany() {
        ArrayNode customers = JsonNodeFactory.instance.arrayNode();
        IntStream.range(0, CUSTOMERS).forEach(i -> customers.addObject().put("Name", "No " + i));
        standIn.door().send("POST", "/sandbox/fortnox/1/seed", customers.toString());
    }

    private void clockTo(Instant time) {
        long shift = Duration.between(Instant.now(), time).toMillis();
        standIn.door().send("POST", "/sandbox/clock", "{\"fortnox\":" + shift + "}");
        standIn.door().send("DELETE", "/sandbox/fortnox/1/tokens", "");
    }

    private FeedPage poll(Feed feed, @Nullable Cursor cursor) {
        Answer<FeedPage> answer = ask(feed, cursor);
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<FeedPage>) answer).value();
    }

    private Answer<FeedPage> ask(Feed feed, @Nullable Cursor cursor) {
        return system.poll(new FeedQuery(ObjectType.CUSTOMER, feed, cursor, Set.of()));
    }

    private static List<String> ids(FeedPage page) {
        return page.items().stream()
                .map(FeedItem::reference)
                .map(reference -> reference.id())
                .collect(Collectors.toList());
    }

    private static Fields named(String name) {
        return Fields.NONE.with("Name", Value.text(name));
    }

    private static Fields comment(String words) {
        return Fields.NONE.with("Comments", Value.text(words));
    }
}

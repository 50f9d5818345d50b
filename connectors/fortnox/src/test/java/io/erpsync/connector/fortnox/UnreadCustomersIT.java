package io.erpsync.connector.fortnox;

import static io.erpsync.connector.fortnox.FortnoxStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.fortnox.FortnoxStub.Asked;
import io.erpsync.connector.fortnox.FortnoxStub.Told;
import io.erpsync.connector.unread.Stumbles;
import io.erpsync.model.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer that cannot be read, among others or alone. */
class UnreadCustomersIT {

    private static final List<String> CHANGED = List.of("7", "8", "9");

    private final FortnoxStub stub = new FortnoxStub();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final ConnectedSystem system =
            new FortnoxConnector().open(stub.settings(Map.of()), RequestGate.OPEN);
    private Cursor at = new FortnoxConnector().changesFrom(Instant.EPOCH);

    @AfterEach
    void close() {
        system.close();
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "8", "9"})
    void goesOnPastACustomerThatAlwaysFailsWhileOthersCanBeRead(String number) {
        stub.answer(this::answer);
        broken.add(number);

        List<FeedItem> items = stepsUntilComplete();

        assertThat(items)
                .filteredOn(FeedItem.Unread.class::isInstance)
                .extracting(item -> item.reference().id())
                .containsExactly(number);
        assertThat(items)
                .filteredOn(FeedItem.Present.class::isInstance)
                .extracting(item -> item.reference().id())
                .containsAll(CHANGED.stream().filter(other -> !other.equals(number)).toList());
        assertThat(stub.count("/3/customers/" + number)).isEqualTo(Stumbles.PATIENCE);
    }

    @Test
    void neverGoesOnPastCustomersWhileNoneCanBeRead() {
        stub.answer(this::answer);
        broken.addAll(CHANGED);

        for (int step = 0; step < 4 * Stumbles.PATIENCE; step++) {
            assertThat(poll()).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void readsItAgainOnceItCanBeRead() {
        stub.answer(this::answer);
        broken.add("8");
        stepsUntilComplete();

        broken.clear();

        assertThat(new HashSet<>(stepsUntilComplete()))
                .filteredOn(FeedItem.Present.class::isInstance)
                .extracting(item -> item.reference().id())
                .contains("8");
    }

    private List<FeedItem> stepsUntilComplete() {
        List<FeedItem> items = new ArrayList<>();
        for (int step = 0; step < 4 * Stumbles.PATIENCE; step++) {
            if (poll() instanceof Answer.Got<FeedPage>(FeedPage page)) {
                items.addAll(page.items());
                at = page.next();
                if (page.runComplete()) {
                    return items;
                }
            }
        }
        throw new AssertionError("the run does not end; " + items);
    }

    private Answer<FeedPage> poll() {
        return system.poll(new FeedQuery(ObjectType.CUSTOMER, Feed.CHANGES, at, Set.of()));
    }

    private Told answer(Asked asked) {
        if (asked.path().equals("/3/customers")) {
            int from = Math.min(Integer.parseInt(asked.query().get("offset")), CHANGED.size());
            return json(
                    200,
                    CHANGED.subList(from, CHANGED.size()).stream()
                            .map(number -> "{\"CustomerNumber\":\"" + number + "\"}")
                            .collect(
                                    Collectors.joining(
                                            ",",
                                            "{\"MetaInformation\":{\"@TotalResources\":3},"
                                                    + "\"Customers\":[",
                                            "]}")));
        }
        String number = asked.path().substring("/3/customers/".length());
        return broken.contains(number)
                ? json(500, "")
                : json(200, "{\"Customer\":{\"CustomerNumber\":\"" + number + "\"}}");
    }
}

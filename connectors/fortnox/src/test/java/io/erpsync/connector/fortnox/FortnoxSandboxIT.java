package io.erpsync.connector.fortnox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is Fortnox's alone, against the sandbox. */
class FortnoxSandboxIT {

    private final SandboxStandIn standIn = new SandboxStandIn();
    private final List<ConnectedSystem> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ConnectedSystem::close);
        standIn.close();
    }

    @Test
    void makesOneCustomerThoughTheFirstAttemptCommitsLate() {
        standIn.door()
                .send(
                        "POST",
                        "/sandbox/faults",
                        "{\"kind\":\"cut-and-commit-later\",\"method\":\"POST\","
                                + "\"delayMillis\":700}");
        ConnectedSystem system = open(Map.of());
        Instant since = Instant.now();

        Outcome first = create(system, null);
        Outcome tooEarly = create(system, since);
        await().until(() -> standIn.writes().size() == 1);
        Outcome settled = create(system, since);

        assertThat(first).isInstanceOf(Outcome.Unknown.class);
        assertThat(tooEarly).isInstanceOf(Outcome.Unknown.class);
        assertThat(settled).isInstanceOf(Outcome.Applied.class);
        assertThat(standIn.writes()).hasSize(1);
    }

    @Test
    void emptiesTextFieldsWhereTheConnectionAsksForIt() {
        ConnectedSystem system = open(Map.of("clear-empty", "true"));
        String id = standIn.seed(named("A").with("Comments", Value.text("old")));

        Outcome outcome =
                system.update(
                        new UpdateRequest(
                                ObjectType.CUSTOMER,
                                id,
                                Fields.NONE.with("Comments", Value.empty()),
                                false,
                                Urgency.BACKGROUND));

        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        assertThat(standIn.stored(id).get("Comments").isEmpty()).isTrue();
    }

    @Test
    void beginsTheRunAnewWhenThoseItStoodAtAreGone() {
        ConnectedSystem system = open(Map.of());
        Cursor begun = poll(system, null).next();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            ids.add(standIn.seed(named("Customer " + i)));
        }
        FeedPage first = poll(system, begun);
        List<String> met = ids(first);
        met.forEach(standIn::remove);
        ids.removeAll(met);

        Set<String> all = new LinkedHashSet<>(met);
        all.addAll(toTheEnd(system, first.next()));

        assertThat(first.runComplete()).isFalse();
        assertThat(all).containsAll(ids);
    }

    @Test
    void tellsACustomerDeletedBetweenTheListAndTheDetail() {
        ConnectedSystem system = open(Map.of());
        Cursor begun = poll(system, null).next();
        standIn.door()
                .send(
                        "POST",
                        "/sandbox/faults",
                        "{\"kind\":\"status\",\"method\":\"GET\",\"pathRegex\":\"customers/\","
                                + "\"status\":404,\"body\":\"{\\\"ErrorInformation\\\":"
                                + "{\\\"Code\\\":2000433,\\\"Message\\\":\\\"Borta\\\"}}\"}");
        String id = standIn.seed(named("A"));

        FeedPage page = poll(system, begun);

        assertThat(page.items()).containsExactly(new FeedItem.Gone(CustomerRecords.reference(id)));
        assertThat(page.runComplete()).isTrue();
    }

    @Test
    void keepsWhatItReadWhenTheRunBreaksOff() {
        ConnectedSystem system = open(Map.of());
        Cursor begun = poll(system, null).next();
        standIn.seed(named("A"));
        String second = standIn.seed(named("B"));
        standIn.door()
                .send(
                        "POST",
                        "/sandbox/faults",
                        "{\"kind\":\"status\",\"method\":\"GET\",\"status\":503,\"pathRegex\":"
                                + "\"customers/"
                                + second
                                + "\"}");

        FeedPage broken = poll(system, begun);
        FeedPage rest = poll(system, broken.next());

        assertThat(broken.items()).hasSize(1);
        assertThat(broken.runComplete()).isFalse();
        assertThat(ids(rest)).containsExactly(second);
        assertThat(rest.runComplete()).isTrue();
    }

    @Test
    void missesNothingThatShowsLate() {
        standIn.door().send("POST", "/sandbox/fortnox/1/switches", "{\"lagMillis\":30000}");
        ConnectedSystem system = open(Map.of());
        Cursor begun = poll(system, null).next();
        String id = standIn.seed(named("A"));
        clockTo(Instant.now().plusSeconds(20));
        FeedPage tooEarly = poll(system, begun);
        clockTo(Instant.now().plusSeconds(60));

        FeedPage later = poll(system, tooEarly.next());

        assertThat(tooEarly.items()).isEmpty();
        assertThat(ids(later)).contains(id);
    }

    /** Around the hour that comes twice, and with a search that leaves the very second out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-24T23:50:00Z",
                "2026-10-25T00:05:00Z",
                "2026-10-25T00:50:00Z",
                "2026-10-25T01:20:00Z",
                "2026-10-25T01:59:30Z",
                "2026-03-29T00:55:00Z"
            })
    void missesNothingInTheNightsOnWhichTheClockIsChanged(Instant night) {
        standIn.door().send("POST", "/sandbox/fortnox/1/switches", "{\"inclusive\":false}");
        ConnectedSystem system = open(Map.of());
        clockTo(night);
        Cursor cursor = poll(system, null).next();

        for (int minutes = 10; minutes <= 80; minutes += 10) {
            clockTo(night.plus(Duration.ofMinutes(minutes)));
            String id = standIn.seed(named("At " + minutes));
            FeedPage page = poll(system, cursor);

            assertThat(ids(page)).as("after " + minutes + " minutes").contains(id);
            assertThat(page.runComplete()).isTrue();
            cursor = page.next();
        }
    }

    private void clockTo(Instant time) {
        long shift = Duration.between(Instant.now(), time).toMillis();
        standIn.door().send("POST", "/sandbox/clock", "{\"fortnox\":" + shift + "}");
        // Tokens of another time are no longer taken, or for too long.
        standIn.door().send("DELETE", "/sandbox/fortnox/1/tokens", "");
    }

    private ConnectedSystem open(Map<String, String> more) {
        ConnectedSystem system =
                new FortnoxConnector().open(standIn.settings(more), RequestGate.OPEN);
        opened.add(system);
        return system;
    }

    private static Outcome create(ConnectedSystem system, @Nullable Instant since) {
        return system.create(
                new CreateRequest(
                        ObjectType.CUSTOMER,
                        new LinkId("key-1"),
                        named("Åkes Bygg AB"),
                        since,
                        Urgency.BACKGROUND));
    }

    private static FeedPage poll(ConnectedSystem system, @Nullable Cursor cursor) {
        Answer<FeedPage> answer =
                system.poll(new FeedQuery(ObjectType.CUSTOMER, Feed.CHANGES, cursor, Set.of()));
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<FeedPage>) answer).value();
    }

    private static Set<String> toTheEnd(ConnectedSystem system, Cursor from) {
        Set<String> met = new LinkedHashSet<>();
        FeedPage page = poll(system, from);
        met.addAll(ids(page));
        while (!page.runComplete()) {
            page = poll(system, page.next());
            met.addAll(ids(page));
        }
        return met;
    }

    private static List<String> ids(FeedPage page) {
        return page.items().stream().map(item -> item.reference().id()).toList();
    }

    private static Fields named(String name) {
        return Fields.NONE.with("Name", Value.text(name));
    }
}

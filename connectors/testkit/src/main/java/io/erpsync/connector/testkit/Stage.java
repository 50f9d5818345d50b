package io.erpsync.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.CreateRequest;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.ReadRequest;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.UpdateRequest;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One scenario's stand-in and the connections opened to it, with short words for the requests. */
public final class Stage implements AutoCloseable {

    private static final int MOST_STEPS = 500;

    private final StandIn standIn;
    private final Specimen specimen;
    private final CountingGate gate = new CountingGate();
    private final List<ConnectedSystem> opened = new ArrayList<>();
    private @Nullable ConnectedSystem usual;

    Stage(StandIn standIn, Specimen specimen) {
        this.standIn = standIn;
        this.specimen = specimen;
    }

    StandIn standIn() {
        return standIn;
    }

    Specimen specimen() {
        return specimen;
    }

    CountingGate gate() {
        return gate;
    }

    /** The connection that a scenario uses unless it opens one of its own. */
    ConnectedSystem system() {
        if (usual == null) {
            usual = open(standIn.settings(), gate);
        }
        return usual;
    }

    ConnectedSystem open(AccessSettings settings, RequestGate through) {
        ConnectedSystem system = specimen.connector().open(settings, through);
        opened.add(system);
        return system;
    }

    Outcome create(String key, Fields fields, @Nullable Instant attemptedSince) {
        return system().create(
                        new CreateRequest(
                                ObjectType.CUSTOMER,
                                new LinkId(key),
                                fields,
                                attemptedSince,
                                Urgency.INTERACTIVE));
    }

    Outcome update(String id, Fields fields, boolean readFirst) {
        return system().update(
                        new UpdateRequest(
                                ObjectType.CUSTOMER, id, fields, readFirst, Urgency.INTERACTIVE));
    }

    Outcome read(String id) {
        return system().read(
                        new ReadRequest(ObjectType.CUSTOMER, id, Set.of(), Urgency.INTERACTIVE));
    }

    /** The record in an outcome that must be {@code Applied}. */
    static StoredRecord applied(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return ((Outcome.Applied) outcome).record();
    }

    /** The thing in an answer that must have got it. */
    static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }

    Answer<FeedPage> poll(Feed feed, @Nullable Cursor cursor) {
        return system().poll(
                        new FeedQuery(
                                ObjectType.CUSTOMER,
                                feed,
                                cursor,
                                Set.of(specimen.nameField(), specimen.freeField())));
    }

    /** Where a feed stands that is begun now and has nothing to read. */
    Cursor begun(Feed feed) {
        return run(feed, null).end();
    }

    /** Steps from {@code cursor} to the end of the run. */
    Run run(Feed feed, @Nullable Cursor cursor) {
        return run(feed, cursor, () -> {});
    }

    /** Steps from {@code cursor} to the end of the run; between two steps something happens. */
    Run run(Feed feed, @Nullable Cursor cursor, Runnable between) {
        List<FeedPage> pages = new ArrayList<>();
        @Nullable Cursor at = cursor;
        while (pages.size() < MOST_STEPS) {
            FeedPage page = got(poll(feed, at));
            pages.add(page);
            at = page.next();
            if (page.runComplete()) {
                return new Run(pages);
            }
            between.run();
        }
        throw new AssertionError("a run did not end in " + MOST_STEPS + " steps");
    }

    @Override
    public void close() {
        opened.forEach(ConnectedSystem::close);
        standIn.close();
    }

    /** The pages of one run. */
    record Run(List<FeedPage> pages) {

        Cursor end() {
            return pages.getLast().next();
        }

        List<FeedItem> items() {
            return pages.stream().flatMap(page -> page.items().stream()).toList();
        }

        /** Ids of the items, each once. */
        List<String> ids() {
            return items().stream().map(item -> item.reference().id()).distinct().toList();
        }
    }
}

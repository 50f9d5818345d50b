package io.erpsync.polling.run;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.Identity;
import io.erpsync.connector.ReadRequest;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.polling.kafka.Publication;
import io.erpsync.polling.kafka.Publisher;
import io.erpsync.polling.kafka.PublishingTrouble;
import io.erpsync.polling.kafka.SeenCatalogue;
import io.erpsync.polling.kafka.StoredCursor;
import io.erpsync.polling.kafka.Tenure;
import io.erpsync.polling.plan.HintLine;
import io.erpsync.polling.plan.Observation;
import io.erpsync.polling.plan.Observations;
import io.erpsync.polling.plan.PolledFeeds;
import io.erpsync.polling.plan.Progress;
import io.erpsync.polling.plan.Source;
import io.erpsync.polling.plan.Step;
import io.erpsync.schemas.serde.RegistryUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one connection for as long as its partition is ours: one thread takes the steps of its
 * schedule, another reads the records that hints name. A page goes out whole or not at all, and is
 * read again when it did not.
 */
final class ConnectionWorker implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionWorker.class);
    private static final Duration PUBLISHING_PAUSE = Duration.ofSeconds(1);

    private final Connection connection;
    private final AccessSettings access;
    private final Side side;
    private final Connector connector;
    private final ConnectedSystem system;
    private final Tenure tenure;
    private final Map<String, Progress> cursors;
    private final Agenda agenda;
    private final Publisher publisher;
    private final StatusBoard board;
    private final PollMeters meters;
    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile Duration skew = Duration.ZERO;

    ConnectionWorker(
            Connection connection,
            AccessSettings access,
            Side side,
            Connector connector,
            ConnectedSystem system,
            Tenure tenure,
            Map<String, Progress> cursors,
            Agenda agenda,
            PollerProcess.Surroundings surroundings) {
        this.connection = connection;
        this.access = access;
        this.side = side;
        this.connector = connector;
        this.system = system;
        this.tenure = tenure;
        this.cursors = cursors;
        this.agenda = agenda;
        this.publisher = surroundings.publisher();
        this.board = surroundings.board();
        this.meters = surroundings.meters();
        this.clock = surroundings.clock();
    }

    void start() {
        String name = connection.name().value();
        threads.add(Thread.ofVirtual().name("poll-" + name).start(this::takeSteps));
        threads.add(Thread.ofVirtual().name("hints-" + name).start(this::readHints));
    }

    /** Whether this worker does what the connection's file says now. */
    boolean serves(Connection now, AccessSettings accessNow, Tenure tenureNow) {
        return connection.rulesVersion().equals(now.rulesVersion())
                && connection.polling().equals(now.polling())
                && access.equals(accessNow)
                && tenure == tenureNow;
    }

    Agenda agenda() {
        return agenda;
    }

    private void takeSteps() {
        try {
            for (Step step = agenda.nextStep(); step != null; step = agenda.nextStep()) {
                untilPublished(step);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilPublished(Step step) throws InterruptedException {
        try {
            take(step);
        } catch (PublishingTrouble | RegistryUnavailable trouble) {
            meters.notPublished();
            LOGGER.atWarn()
                    .addKeyValue("connection", connection.name())
                    .log("Read again later: {}", trouble.getMessage());
            boolean _ = agenda.pause(PUBLISHING_PAUSE);
        }
    }

    private void take(Step step) {
        switch (step) {
            case Step.Identify _ -> identify();
            case Step.ReadCatalogue(ObjectType type) -> readCatalogue(type);
            case Step.Poll poll -> poll(poll);
            case Step.Rest _ -> {}
        }
    }

    private void identify() {
        switch (system.identify()) {
            case Answer.Got<Identity>(Identity identity) -> {
                skew = identity.clockSkew();
                agenda.identified();
                board.polled(connection.name());
            }
            case Answer.Failed<Identity> failed -> failed(failed);
        }
    }

    private void readCatalogue(ObjectType type) {
        switch (system.catalogue(type)) {
            case Answer.Got<FieldCatalogue>(FieldCatalogue fields) -> {
                SeenCatalogue seen =
                        new SeenCatalogue(
                                type, fields, connector.capabilities(access), clock.instant());
                if (publish(Publication.catalogue(connection.name(), seen))) {
                    agenda.catalogueRead(type);
                }
            }
            case Answer.Failed<FieldCatalogue> failed -> failed(failed);
        }
    }

    private void poll(Step.Poll poll) {
        Source source = poll.source();
        Instant begun = clock.instant();
        FeedQuery query =
                new FeedQuery(source.type(), source.feed(), poll.cursor(), fields(source.type()));
        switch (system.poll(query)) {
            case Answer.Got<FeedPage>(FeedPage page) -> pageRead(source, page, begun);
            case Answer.Failed<FeedPage> failed -> failed(failed);
        }
    }

    private void pageRead(Source source, FeedPage page, Instant begun) {
        meters.page(source.feed());
        String type = connector.entityOf(source.type());
        Observations look = new Observations(connection.name(), begun, skew);
        List<Observation> seen = new ArrayList<>(look.of(source.feed(), page));
        if (source.feed() == Feed.INDEX && page.runComplete() && agenda.isLoading(source)) {
            seen.add(look.indexLoaded(connector.system(), type));
        }
        Progress progress = new Progress(page.next(), page.runComplete(), clock.instant());
        StoredCursor cursor =
                new StoredCursor(
                        connection.name(), connector.system(), type, source.feed(), progress);
        // The status feed keeps no position, so an empty look at it is worth no transaction.
        boolean nothingToSay = source.feed() == Feed.STATUS && seen.isEmpty();
        if (nothingToSay || publish(Publication.page(seen, cursor))) {
            meters.published(seen);
            cursors.put(cursor.key(), progress);
            agenda.read(source, page);
            board.polled(connection.name());
            if (page.runComplete()) {
                board.ranThrough(connection.name());
            }
        }
    }

    private void readHints() {
        try {
            for (HintLine.Turn turn = agenda.nextHint(); turn != null; turn = agenda.nextHint()) {
                readUntilPublished(turn);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilPublished(HintLine.Turn turn) throws InterruptedException {
        boolean again = true;
        while (again) {
            try {
                read(turn);
                again = false;
            } catch (PublishingTrouble | RegistryUnavailable trouble) {
                meters.notPublished();
                again = agenda.pause(PUBLISHING_PAUSE);
            }
        }
    }

    private void read(HintLine.Turn turn) {
        ObjectType type = turn.wanted().type();
        Instant begun = clock.instant();
        Outcome outcome =
                system.read(
                        new ReadRequest(type, turn.wanted().id(), fields(type), turn.urgency()));
        Observations look = new Observations(connection.name(), begun, skew);
        RecordReference reference =
                new RecordReference(
                        connector.system(), connector.entityOf(type), turn.wanted().id());
        switch (outcome) {
            case Outcome.Applied(var record) ->
                    hinted(look.hinted(reference, record, turn.urgency()), turn);
            case Outcome.Absent _ -> hinted(look.hinted(reference, null, turn.urgency()), turn);
            case Outcome.Refused _,
                    Outcome.Conflict _,
                    Outcome.Unavailable _,
                    Outcome.Unknown _ -> {
                // Safe to let go: the next poll brings what the hint spoke of.
                tenure.settle(turn.offsets());
                meters.hint("failed");
                agenda.pollNow();
            }
        }
    }

    private void hinted(Observation seen, HintLine.Turn turn) {
        if (publish(Publication.hinted(seen, turn.offsets()))) {
            meters.hint("read");
            meters.published(List.of(seen));
        }
    }

    /** Whether it went out; when the partition is no longer ours, this worker ends. */
    private boolean publish(Publication publication) {
        boolean done = publisher.publish(tenure, publication) == Publisher.Result.DONE;
        if (!done) {
            agenda.stop();
        }
        return done;
    }

    private void failed(Answer.Failed<?> failed) {
        meters.failed(failed.reason());
        agenda.failed(failed.reason(), failed.retryAfter(), failed.words());
        board.setBack(connection.name(), failed.reason(), failed.words());
    }

    private Set<String> fields(ObjectType type) {
        @Nullable ObjectRules rules = connection.rules(type);
        return rules == null ? Set.of() : PolledFeeds.fields(side, rules);
    }

    @Override
    public void close() {
        agenda.stop();
        threads.forEach(Thread::interrupt);
        system.close();
    }
}

package io.erpsync.polling.run;

import io.erpsync.connector.Answer;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.Identity;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.polling.kafka.Publication;
import io.erpsync.polling.kafka.SeenCatalogue;
import io.erpsync.polling.plan.CatalogueDoubts;
import io.erpsync.polling.plan.Observation;
import io.erpsync.polling.plan.Observations;
import io.erpsync.polling.plan.Progress;
import io.erpsync.polling.plan.Repeats;
import io.erpsync.polling.plan.Setback;
import io.erpsync.polling.plan.Source;
import io.erpsync.polling.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the steps of one connection's schedule: asks the system, publishes what it said, and
 * only then lets the schedule go on. For one thread.
 */
final class FeedSteps {

    private static final Logger LOGGER = LoggerFactory.getLogger(FeedSteps.class);

    private final Work work;
    private final Holding place;
    private final Agenda agenda;
    private final Outbox outbox;
    private final Surroundings surroundings;
    private final Map<ObjectType, FieldCatalogue> told = new EnumMap<>(ObjectType.class);
    private final Map<ObjectType, CatalogueDoubts> doubts = new EnumMap<>(ObjectType.class);
    private final Repeats repeats = new Repeats();
    private volatile Duration skew = Duration.ZERO;

    FeedSteps(Work work, Holding place, Agenda agenda, Outbox outbox, Surroundings surroundings) {
        this.work = work;
        this.place = place;
        this.agenda = agenda;
        this.outbox = outbox;
        this.surroundings = surroundings;
    }

    /** The system's clock minus ours, as last told; for any thread. */
    Duration skew() {
        return skew;
    }

    void take(Step step) throws InterruptedException {
        switch (step) {
            case Step.Identify _ -> identify();
            case Step.ReadCatalogue(ObjectType type) -> readCatalogue(type);
            case Step.Poll poll -> poll(poll);
            case Step.Rest _ -> {}
        }
    }

    private void identify() {
        switch (work.system().identify()) {
            case Answer.Got<Identity>(Identity identity) -> {
                skew = identity.clockSkew();
                agenda.identified();
                tellStanding();
            }
            case Answer.Failed<Identity> failed -> failed(null, failed);
        }
    }

    private void readCatalogue(ObjectType type) throws InterruptedException {
        switch (work.system().catalogue(type)) {
            case Answer.Got<FieldCatalogue>(FieldCatalogue fields) -> {
                if (fields.equals(told.get(type))) {
                    agenda.catalogueRead(type);
                } else if (publish(type, fields)) {
                    told.put(type, fields);
                    doubts(type).explained();
                    agenda.catalogueRead(type);
                }
            }
            case Answer.Failed<FieldCatalogue> failed -> failed(null, failed);
        }
    }

    private boolean publish(ObjectType type, FieldCatalogue fields) throws InterruptedException {
        SeenCatalogue seen =
                new SeenCatalogue(
                        type,
                        fields,
                        work.connector().capabilities(work.access()),
                        surroundings.clock().instant());
        return outbox.publish(Publication.catalogue(work.name(), seen));
    }

    private void poll(Step.Poll poll) throws InterruptedException {
        Source source = poll.source();
        Instant begun = surroundings.clock().instant();
        FeedQuery query =
                new FeedQuery(
                        source.type(), source.feed(), poll.cursor(), work.fields(source.type()));
        switch (work.system().poll(query)) {
            case Answer.Got<FeedPage>(FeedPage page) -> pageRead(source, page, begun);
            case Answer.Failed<FeedPage> failed -> failed(source, failed);
        }
    }

    private void pageRead(Source source, FeedPage page, Instant begun) throws InterruptedException {
        surroundings.meters().page(source.feed());
        if (doubtsCatalogue(source.type(), page)) {
            // Read again once the catalogue was.
            agenda.catalogueDoubted(source.type());
            return;
        }
        List<Observation> seen = repeats.without(seen(source, page, begun), begun);
        Progress progress =
                new Progress(page.next(), page.runComplete(), surroundings.clock().instant());
        // The status feed keeps no position, so an empty look at it is worth no transaction.
        boolean nothingToSay = source.feed() == Feed.STATUS && seen.isEmpty();
        if (nothingToSay || outbox.publish(Publication.page(seen, work.cursor(source, progress)))) {
            repeats.told(seen, begun);
            page.items().forEach(this::tellUnread);
            place.cursors().put(work.cursor(source, progress).key(), progress);
            agenda.read(source, page);
            tellStanding();
            if (page.runComplete()) {
                surroundings.board().ranThrough(work.name());
            }
        }
    }

    private void tellUnread(FeedItem item) {
        if (item
                instanceof
                FeedItem.Unread(RecordReference reference, Reason reason, String words)) {
            surroundings.meters().passedOver();
            LOGGER.atError()
                    .addKeyValue("connection", work.name())
                    .addKeyValue("entity", reference.type())
                    .addKeyValue("recordId", reference.id())
                    .addKeyValue("reason", reason)
                    .log("A record cannot be read and is passed over until it changes: {}", words);
        }
    }

    private boolean doubtsCatalogue(ObjectType type, FeedPage page) {
        FieldCatalogue known = told.get(type);
        return known != null && doubts(type).raisedBy(known, work.fields(type), page.items());
    }

    private CatalogueDoubts doubts(ObjectType type) {
        return doubts.computeIfAbsent(type, _ -> new CatalogueDoubts());
    }

    private List<Observation> seen(Source source, FeedPage page, Instant begun) {
        Observations look = new Observations(work.name(), begun, skew);
        List<Observation> seen = new ArrayList<>(look.of(source.feed(), page));
        if (source.feed() == Feed.INDEX && page.runComplete() && agenda.isLoading(source)) {
            String type = work.entityOf(source.type());
            seen.add(look.indexLoaded(work.connector().system(), type));
        }
        return seen;
    }

    /**
     * What a worker that was stopped hears is the end of its own connection.
     *
     * @param source the feed that could not be read; null for any other call
     */
    void failed(@Nullable Source source, Answer.Failed<?> failed) {
        if (!agenda.isStopped()) {
            surroundings.meters().failed(failed.reason());
            agenda.failed(source, failed);
            surroundings.board().setBack(work.name(), failed.reason(), failed.words());
        }
    }

    /** One thing that works is not all: what else still fails goes on being told. */
    private void tellStanding() {
        Setback setback = agenda.setback();
        if (setback == null) {
            surroundings.board().polled(work.name());
        } else {
            surroundings.board().setBack(work.name(), setback.reason(), setback.words());
        }
    }
}

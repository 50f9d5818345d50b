package io.erpsync.polling.plan;

import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.model.Value;
import io.erpsync.polling.plan.Observation.Origin;
import io.erpsync.polling.plan.Observation.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in one look at a system, as observations.
 *
 * @param begun when the look began, on our clock
 * @param skew the system's clock minus ours
 */
public record Observations(ConnectionName connection, Instant begun, Duration skew) {

    /** The fields of a record that is only listed. */
    public static final String NUMBER = "number";

    public static final String REGISTRATION_NUMBER = "registrationNumber";
    public static final String NAME = "name";

    /** The skew is told to the second, so half of one may be missing either way. */
    private static final Duration COARSE = Duration.ofSeconds(1);

    /** All that a page brought, in its order. */
    public List<Observation> of(Feed feed, FeedPage page) {
        List<Observation> seen = new ArrayList<>();
        for (FeedItem item : page.items()) {
            switch (item) {
                case FeedItem.Present(StoredRecord record) ->
                        seen.add(present(record, origin(feed), Urgency.BACKGROUND));
                case FeedItem.Gone(RecordReference reference) ->
                        seen.add(bare(reference, View.GONE, origin(feed), Urgency.BACKGROUND));
                case FeedItem.Listed listed -> seen.add(listed(listed));
                case FeedItem.Unread _ -> {
                    // Nothing was seen of it; whoever reads the page tells that.
                }
            }
        }
        return seen;
    }

    /** A record that was read because of a hint; null when it was not there. */
    public Observation hinted(
            RecordReference reference, @Nullable StoredRecord record, Urgency urgency) {
        return record == null
                ? bare(reference, View.GONE, Origin.HINT, urgency)
                : present(record, Origin.HINT, urgency);
    }

    /** The list of that type was read to its end. */
    public Observation indexLoaded(SystemName system, String type) {
        RecordReference list = new RecordReference(system, type, Observation.WHOLE_LIST);
        return bare(list, View.INDEX_LOADED, Origin.INDEX, Urgency.BACKGROUND);
    }

    private Observation present(StoredRecord record, Origin origin, Urgency urgency) {
        return new Observation(
                EventIds.of(
                        connection,
                        record.reference(),
                        View.RECORD,
                        record.asOf(),
                        record.fields()),
                connection,
                record.reference(),
                View.RECORD,
                origin,
                urgency,
                record.technicalId(),
                record.fields(),
                Fields.NONE,
                record.asOf(),
                begun);
    }

    private Observation listed(FeedItem.Listed item) {
        Map<String, Value> values =
                Map.of(
                        NUMBER, item.number(),
                        REGISTRATION_NUMBER, item.registrationNumber(),
                        NAME, item.name());
        return of(
                item.reference(),
                View.LISTED,
                Origin.INDEX,
                Urgency.BACKGROUND,
                Fields.of(values),
                item.shown());
    }

    private Observation bare(RecordReference reference, View view, Origin origin, Urgency urgency) {
        return of(reference, view, origin, urgency, Fields.NONE, Fields.NONE);
    }

    /** A look that brings no time of the system's own: its clock is worked out from ours. */
    private Observation of(
            RecordReference reference,
            View view,
            Origin origin,
            Urgency urgency,
            Fields fields,
            Fields shown) {
        Instant asOf = begun.plus(skew).minus(COARSE);
        return new Observation(
                EventIds.of(connection, reference, view, asOf, fields),
                connection,
                reference,
                view,
                origin,
                urgency,
                null,
                fields,
                shown,
                asOf,
                begun);
    }

    private static Origin origin(Feed feed) {
        return switch (feed) {
            case CHANGES -> Origin.POLL;
            case STATUS -> Origin.STATUS_POLL;
            case BASELINE -> Origin.BASELINE;
            case INDEX -> Origin.INDEX;
        };
    }
}

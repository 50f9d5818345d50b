package io.erpsync.polling.plan;

import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.NamedDirections;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Connections, records and pages that the tests of this package speak of. */
final class Examples {

    static final ConnectionName ACME = new ConnectionName("acme");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration EVERY = Duration.ofMinutes(10);
    static final Duration STATUS = Duration.ofMinutes(1);

    private Examples() {}

    static PollPlan plan(Feed... feeds) {
        return new PollPlan(ACME, Map.of(ObjectType.CUSTOMER, Set.of(feeds)), EVERY, STATUS, 200);
    }

    static PollPlan limePlan() {
        return plan(Feed.CHANGES, Feed.STATUS, Feed.BASELINE, Feed.INDEX);
    }

    static Source source(Feed feed) {
        return new Source(ObjectType.CUSTOMER, feed);
    }

    static FeedPage emptyPage(String next, boolean complete) {
        return new FeedPage(List.of(), new Cursor(next), complete);
    }

    static FeedPage page(int records, String next, boolean complete) {
        List<FeedItem> items =
                IntStream.range(0, records)
                        .<FeedItem>mapToObj(i -> new FeedItem.Present(company(i, "Acme " + i)))
                        .toList();
        return new FeedPage(items, new Cursor(next), complete);
    }

    static RecordReference company(int id) {
        return new RecordReference(SystemName.LIME, "company", Integer.toString(id));
    }

    static StoredRecord company(int id, String name) {
        return new StoredRecord(
                company(id), null, Fields.of(Map.of("name", Value.text(name))), NOON);
    }

    static ObjectRules rules(NamedDirections directions, Matching matching) {
        return rules(directions.directions(), matching);
    }

    static ObjectRules rules(Directions directions, Matching matching) {
        return new ObjectRules(
                "company",
                "customer",
                "CustomerNumber",
                MappingEntry.of("registrationno", "OrganisationNumber"),
                MappingEntry.of("name", "Name"),
                directions,
                Set.of("name", "phone"),
                List.of(MappingEntry.of("coworker.email", "OurReference")),
                matching,
                Side.LIME,
                true,
                true,
                WhenDeleted.KEEP,
                LimeProperties.DEFAULT,
                Map.of("inactive", "false"),
                Map.of("Active", "true"));
    }
}

package io.erpsync.polling.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Feed;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import io.erpsync.polling.plan.Observation;
import io.erpsync.polling.plan.Observation.Origin;
import io.erpsync.polling.plan.Observation.View;
import io.erpsync.polling.run.StatusBoard.Standing;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PollMetersTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ConnectionName ACME = new ConnectionName("acme");
    private static final ConnectionName OTHER = new ConnectionName("other");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PollMeters meters = new PollMeters(registry);

    @Test
    void countsPagesFailuresAndHints() {
        meters.page(Feed.CHANGES);
        meters.page(Feed.CHANGES);
        meters.page(Feed.INDEX);
        meters.failed(Reason.RATE_LIMITED);
        meters.hint("read");
        meters.notPublished();

        assertThat(count("erpsync.poll.pages", "feed", "changes")).isEqualTo(2);
        assertThat(count("erpsync.poll.pages", "feed", "index")).isEqualTo(1);
        assertThat(count("erpsync.poll.failures", "reason", "RATE_LIMITED")).isEqualTo(1);
        assertThat(count("erpsync.poll.hints", "outcome", "read")).isEqualTo(1);
        assertThat(registry.counter("erpsync.poll.publishing.failures").count()).isEqualTo(1);
    }

    @Test
    void countsEventsByWhereTheyComeFrom() {
        meters.published(
                List.of(
                        seen(View.RECORD, Origin.POLL),
                        seen(View.RECORD, Origin.POLL),
                        seen(View.LISTED, Origin.INDEX)));

        assertThat(count("erpsync.poll.events", "origin", "poll")).isEqualTo(2);
        assertThat(count("erpsync.poll.events", "view", "listed")).isEqualTo(1);
        assertThat(count("erpsync.poll.events", "system", "fortnox")).isEqualTo(2);
    }

    @Test
    void showsHowOldTheLastRunIsAndWhatIsStopped() {
        meters.show(
                Map.of(
                        ACME, new Standing(null, "", NOON, NOON.minusSeconds(90)),
                        OTHER, new Standing(Reason.NO_LICENCE, "no", NOON, null)),
                NOON);

        assertThat(gauge("erpsync.poll.last.run.age", "acme")).isEqualTo(90);
        assertThat(registry.find("erpsync.poll.last.run.age").tag("connection", "other").gauge())
                .as("never ran through")
                .isNull();
        assertThat(gauge("erpsync.poll.stopped", "other")).isEqualTo(1);
        assertThat(registry.find("erpsync.poll.stopped").tag("connection", "acme").gauge())
                .isNull();
    }

    @Test
    void forgetsAConnectionThatHasGone() {
        meters.show(Map.of(ACME, new Standing(null, "", NOON, NOON)), NOON);

        meters.show(Map.of(), NOON);

        assertThat(registry.find("erpsync.poll.last.run.age").gauge()).isNull();
    }

    @Test
    void theReadmeNamesEveryMeter() throws IOException {
        meters.page(Feed.CHANGES);
        meters.failed(Reason.RATE_LIMITED);
        meters.hint("read");
        meters.notPublished();
        meters.published(List.of(seen(View.RECORD, Origin.POLL)));
        meters.show(
                Map.of(
                        ACME, new Standing(null, "", NOON, NOON),
                        OTHER, new Standing(Reason.NO_LICENCE, "no", NOON, null)),
                NOON);

        String readme = Files.readString(Path.of("README.md"));

        assertThat(
                        registry.getMeters().stream()
                                .map(Meter::getId)
                                .map(Meter.Id::getName)
                                .collect(Collectors.toSet()))
                .hasSize(7)
                .allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    private double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }

    private double gauge(String name, String connection) {
        return registry.get(name).tag("connection", connection).gauge().value();
    }

    private static Observation seen(View view, Origin origin) {
        return new Observation(
                "id",
                ACME,
                new RecordReference(new SystemName("fortnox"), "customer", "7"),
                view,
                origin,
                Urgency.BACKGROUND,
                null,
                Fields.NONE,
                Fields.NONE,
                NOON,
                NOON);
    }
}

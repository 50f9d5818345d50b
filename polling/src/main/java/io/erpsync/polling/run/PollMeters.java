package io.erpsync.polling.run;

import io.erpsync.connector.Feed;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import io.erpsync.polling.plan.Observation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the pollers count. */
public final class PollMeters {

    private static final String PAGES = "erpsync.poll.pages";
    private static final String FAILURES = "erpsync.poll.failures";
    private static final String EVENTS = "erpsync.poll.events";
    private static final String HINTS = "erpsync.poll.hints";
    private static final String PASSED_OVER = "erpsync.poll.records.passed.over";
    private static final String UNREADABLE = "erpsync.poll.cursors.unreadable";
    private static final String PUBLISHING = "erpsync.poll.publishing.failures";

    private final MeterRegistry registry;
    private final MultiGauge ages;
    private final MultiGauge faults;

    public PollMeters(MeterRegistry registry) {
        this.registry = registry;
        this.ages =
                MultiGauge.builder("erpsync.poll.last.run.age")
                        .description("Time since a run of the connection was last complete")
                        .baseUnit("seconds")
                        .register(registry);
        this.faults =
                MultiGauge.builder("erpsync.poll.stopped")
                        .description("1 while the connection is not polled, by reason")
                        .register(registry);
    }

    void page(Feed feed) {
        registry.counter(PAGES, "feed", word(feed)).increment();
    }

    void failed(Reason reason) {
        registry.counter(FAILURES, "reason", reason.name()).increment();
    }

    void published(List<Observation> seen) {
        for (Observation one : seen) {
            registry.counter(
                            EVENTS,
                            "system",
                            one.reference().system().value(),
                            "origin",
                            word(one.origin()),
                            "view",
                            word(one.view()))
                    .increment();
        }
    }

    /** What became of a hint: read, failed, to be read again, merged into a poll, not for us. */
    void hint(String outcome) {
        registry.counter(HINTS, "outcome", outcome).increment();
    }

    void passedOver() {
        registry.counter(PASSED_OVER).increment();
    }

    void unreadableCursor() {
        registry.counter(UNREADABLE).increment();
    }

    void notPublished() {
        registry.counter(PUBLISHING).increment();
    }

    void show(Map<ConnectionName, StatusBoard.Standing> standings, Instant now) {
        ages.register(
                standings.entrySet().stream()
                        .flatMap(entry -> age(entry.getKey(), entry.getValue(), now).stream())
                        .toList(),
                true);
        faults.register(
                standings.entrySet().stream()
                        .flatMap(entry -> fault(entry.getKey(), entry.getValue()).stream())
                        .toList(),
                true);
    }

    private static List<MultiGauge.Row<?>> age(
            ConnectionName connection, StatusBoard.Standing standing, Instant now) {
        Instant last = standing.lastRun();
        return last == null
                ? List.of()
                : List.of(
                        MultiGauge.Row.of(
                                Tags.of("connection", connection.value()),
                                Duration.between(last, now).toSeconds()));
    }

    private static List<MultiGauge.Row<?>> fault(
            ConnectionName connection, StatusBoard.Standing standing) {
        Reason reason = standing.reason();
        return reason == null
                ? List.of()
                : List.of(
                        MultiGauge.Row.of(
                                Tags.of("connection", connection.value(), "reason", reason.name()),
                                1));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

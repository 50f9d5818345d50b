package io.erpsync.sync.topology;

import static io.erpsync.sync.topology.EngineBench.ACME;
import static io.erpsync.sync.topology.EngineBench.BIRCH;
import static io.erpsync.sync.topology.EngineBench.FORTNOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.message.Command;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.HistoryEntry;
import io.erpsync.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the meters say is what happened, and it adds up. */
class MetersTest {

    @TempDir Path stateDir = Path.of("");
    private @Nullable EngineBench opened;

    @BeforeEach
    void open() {
        opened = new EngineBench(stateDir);
        opened.bothSidesAreKnown();
        opened.bothSidesAreKnown(BIRCH);
    }

    @AfterEach
    void close() {
        bench().close();
    }

    private EngineBench bench() {
        return Objects.requireNonNull(opened);
    }

    private static Map<String, @Nullable Object> company(String status) {
        return Map.of("name", "Nordlys AB", "phone", "1", "erp_status", status);
    }

    private static Map<String, @Nullable Object> customer() {
        return Map.of("Name", "Nordlys AB", "Phone1", "1", "CustomerNumber", "1001");
    }

    @Test
    void endsEveryRecordThatIsReadAsExactlyOneOfTheFour() {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().limeShows("2", company(""));
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));
        Command create = bench().commandTo(FORTNOX);
        bench().refused(create, "INVALID_VALUE", "Nej");
        bench().refused(create, "INVALID_VALUE", "Nej");
        bench().lost(bench().commandTo(SystemName.LIME));
        bench().erpShows(BIRCH, "7", customer());
        bench().limeLost("99");
        bench().asked(ACME, ControlAction.REPLAY);
        bench().asked(ACME, ControlAction.PAUSE);
        bench().asked(BIRCH, ControlAction.UNRECOGNISED);
        bench().sendBytes(Topics.RESULTS, "acme/link/l", new byte[] {9, 9});
        bench().timePasses(Duration.ofSeconds(61));

        Map<String, Double> read = byTopic("erpsync.engine.events");
        Map<String, Double> ended = byTopic("erpsync.engine.ends");

        assertThat(read)
                .isEqualTo(
                        Map.of(
                                Topics.LIME_CHANGES, 5.0,
                                Topics.ERP_CHANGES, 3.0,
                                Topics.RESULTS, 5.0,
                                Topics.CONTROL, 3.0,
                                Topics.CATALOGUES, 4.0));
        assertThat(ended.remove("time")).isPositive();
        assertThat(ended).isEqualTo(read);
    }

    @Test
    void endsARecordOnceThoughManyLinksAreDecidedOn() {
        for (String id : new String[] {"1", "2"}) {
            bench().limeShows(id, company("readyforfirstsync"));
            bench().applied(bench().commandTo(SystemName.LIME), id, company("inprocess"));
            bench().refused(bench().commandTo(FORTNOX), "INVALID_VALUE", "Nej");
            bench().applied(bench().commandTo(SystemName.LIME), id, company("error"));
        }
        bench().sent(Topics.HISTORY, HistoryEntry.class);

        bench().asked(ACME, ControlAction.REPLAY);

        assertThat(bench().sent(Topics.HISTORY, HistoryEntry.class))
                .filteredOn(entry -> "ReplayAsked".equals(entry.getEvent()))
                .hasSize(2);
        assertThat(counter("erpsync.engine.ends", "topic", Topics.CONTROL)).isEqualTo(1);
    }

    @Test
    void tellsDeadLettersByTheirReason() {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));
        bench().refused(bench().commandTo(FORTNOX), "NUMBER_TAKEN", "Upptaget");
        bench().sendBytes(Topics.LIME_CHANGES, "acme/x", new byte[] {9, 9});

        assertThat(counter("erpsync.engine.ends", "end", "dead_letter", "reason", "number_taken"))
                .isEqualTo(1);
        assertThat(counter("erpsync.engine.ends", "end", "dead_letter", "reason", "unreadable"))
                .isEqualTo(1);
        shown();
        assertThat(gauge("dead.letters", "connection", "acme", "reason", "number_taken"))
                .isEqualTo(1);

        bench().applied(bench().commandTo(SystemName.LIME), "1", company("error"));
        bench().limeShows("1", company("readyforfirstsync"));
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));
        bench().applied(bench().commandTo(FORTNOX), "1001", customer());
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("synced"));

        shown();
        assertThat(gauge("dead.letters", "connection", "acme")).isNaN();
        assertThat(gauge("links", "connection", "acme")).isEqualTo(1);
    }

    @Test
    void countsCommandsByTargetAndShowsWhatIsInFlightAndQueued() {
        for (int id = 0; id < 11; id++) {
            bench().limeShows("" + id, company("readyforfirstsync"));
        }

        shown();

        assertThat(counter("erpsync.engine.commands", "target", "lime", "action", "update"))
                .isEqualTo(8);
        assertThat(gauge("in.flight", "connection", "acme", "side", "lime")).isEqualTo(8);
        assertThat(gauge("queue", "connection", "acme", "side", "lime")).isEqualTo(3);
        assertThat(gauge("in.flight", "connection", "acme", "side", "erp")).isZero();
    }

    @Test
    void showsHoldsByWhatTheyWaitFor() {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));
        bench().lost(bench().commandTo(FORTNOX));

        shown();
        assertThat(gauge("holds", "connection", "acme", "reason", "settling")).isEqualTo(1);

        bench().timePasses(Duration.ofSeconds(60));
        shown();
        assertThat(gauge("holds", "connection", "acme", "reason", "settling")).isNaN();
        assertThat(gauge("in.flight", "connection", "acme", "side", "erp")).isEqualTo(1);
    }

    @Test
    void showsTroubleAndPauseWhileTheyLast() {
        bench().limeShows("1", company("readyforfirstsync"));
        bench().unavailable(bench().commandTo(SystemName.LIME), "NOT_AUTHORISED", "401");
        bench().asked(BIRCH, ControlAction.PAUSE);

        shown();
        assertThat(
                        gauge(
                                "trouble",
                                "connection",
                                "acme",
                                "side",
                                "lime",
                                "reason",
                                "not_authorised"))
                .isEqualTo(1);
        assertThat(gauge("trouble", "connection", "birch")).isNaN();
        assertThat(gauge("paused", "connection", "birch")).isEqualTo(1);

        bench().asked(BIRCH, ControlAction.RESUME);
        bench().applied(bench().commandTo(SystemName.LIME), "1", company("inprocess"));

        shown();
        assertThat(gauge("trouble", "connection", "acme")).isNaN();
        assertThat(gauge("paused", "connection", "birch")).isNaN();
    }

    @Test
    void timesEveryDecision() {
        bench().limeShows("1", company("readyforfirstsync"));

        assertThat(
                        bench().meters()
                                .get("erpsync.engine.decision")
                                .tag("topic", Topics.LIME_CHANGES)
                                .timer()
                                .count())
                .isEqualTo(3);
    }

    @Test
    void showsNothingOfATaskThatIsNoLongerHere() {
        bench().limeShows("1", company("readyforfirstsync"));
        shown();

        bench().stop();

        assertThat(gauge("in.flight", "connection", "acme")).isNaN();
    }

    private void shown() {
        bench().timePasses(Duration.ofSeconds(5));
    }

    private Map<String, Double> byTopic(String name) {
        Map<String, Double> counts = new TreeMap<>();
        for (Counter counter : bench().meters().find(name).counters()) {
            counts.merge(
                    Objects.requireNonNull(counter.getId().getTag("topic")),
                    counter.count(),
                    Double::sum);
        }
        return counts;
    }

    private double counter(String name, String... tags) {
        return bench().meters().get(name).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** The gauge's value; NaN when there is none. */
    private double gauge(String name, String... tags) {
        Gauge gauge = bench().meters().find("erpsync.engine." + name).tags(tags).gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }
}

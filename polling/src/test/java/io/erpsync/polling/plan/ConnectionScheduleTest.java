package io.erpsync.polling.plan;

import static io.erpsync.connector.Feed.BASELINE;
import static io.erpsync.connector.Feed.CHANGES;
import static io.erpsync.connector.Feed.INDEX;
import static io.erpsync.connector.Feed.STATUS;
import static io.erpsync.polling.plan.Examples.NOON;
import static io.erpsync.polling.plan.Examples.emptyPage;
import static io.erpsync.polling.plan.Examples.limePlan;
import static io.erpsync.polling.plan.Examples.page;
import static io.erpsync.polling.plan.Examples.plan;
import static io.erpsync.polling.plan.Examples.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionScheduleTest {

    @Test
    void seesFirstThatTheKeyWorksAndReadsTheCatalogue() {
        ConnectionSchedule schedule = new ConnectionSchedule(limePlan(), Map.of());
        assertThat(schedule.next(NOON)).isEqualTo(new Step.Identify());

        schedule.identified(NOON);

        assertThat(schedule.next(NOON)).isEqualTo(new Step.ReadCatalogue(ObjectType.CUSTOMER));
    }

    @Test
    void readsACatalogueThatIsDoubtedBeforeAnythingElse() {
        ConnectionSchedule schedule = ready(limePlan());
        Step before = schedule.next(NOON);

        schedule.catalogueDoubted(ObjectType.CUSTOMER);

        assertThat(schedule.next(NOON)).isEqualTo(new Step.ReadCatalogue(ObjectType.CUSTOMER));
        schedule.catalogueRead(ObjectType.CUSTOMER, NOON);
        assertThat(schedule.next(NOON)).isEqualTo(before);
    }

    @Test
    void notesWhereChangesBeginBeforeItLoadsAnything() {
        ConnectionSchedule schedule = ready(limePlan());

        List<Feed> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Step.Poll poll = (Step.Poll) schedule.next(NOON);
            order.add(poll.source().feed());
            schedule.read(poll.source(), emptyPage("c" + i, true), NOON);
        }

        assertThat(order).containsExactly(CHANGES, BASELINE, INDEX, STATUS);
    }

    @Test
    void goesOnWithALoadUntilItIsComplete() {
        ConnectionSchedule schedule = ready(plan(CHANGES, BASELINE));
        schedule.read(source(CHANGES), emptyPage("now", true), NOON);

        schedule.read(source(BASELINE), emptyPage("p1", false), NOON);
        Step second = schedule.next(NOON);
        schedule.read(source(BASELINE), emptyPage("p2", true), NOON);

        assertThat(second).isEqualTo(new Step.Poll(source(BASELINE), new Cursor("p1")));
        assertThat(schedule.next(NOON)).isInstanceOf(Step.Rest.class);
        assertThat(schedule.isLoading(source(BASELINE))).isFalse();
    }

    @Test
    void goesOnWhereTheLastOwnerStopped() {
        Progress half = new Progress(new Cursor("half"), false, NOON);
        Progress begun = new Progress(new Cursor("now"), true, NOON);

        ConnectionSchedule schedule =
                ready(
                        plan(CHANGES, BASELINE),
                        Map.of(source(BASELINE), half, source(CHANGES), begun));

        assertThat(schedule.next(NOON))
                .isEqualTo(new Step.Poll(source(BASELINE), new Cursor("half")));
    }

    @Test
    void neverReadsABaselineASecondTime() {
        Progress whole = new Progress(new Cursor("end"), true, NOON);
        ConnectionSchedule schedule = ready(plan(BASELINE), Map.of(source(BASELINE), whole));

        schedule.pollNow(NOON);
        Instant later = NOON.plus(Duration.ofDays(30));
        schedule.catalogueRead(ObjectType.CUSTOMER, later);

        assertThat(schedule.next(later)).isInstanceOf(Step.Rest.class);
    }

    @Test
    void pollsEachFeedOnceInItsTime() {
        ConnectionSchedule schedule = ready(plan(CHANGES, STATUS));
        Map<Feed, Integer> runs = runFor(schedule, Duration.ofHours(2));

        assertThat(runs.get(CHANGES)).isBetween(12, 14);
        assertThat(runs.get(STATUS)).isBetween(119, 122);
    }

    @Test
    void leavesOutARunThatFellDueDuringOne() {
        ConnectionSchedule schedule = ready(plan(CHANGES));
        schedule.read(source(CHANGES), emptyPage("a", false), NOON);

        Instant late = NOON.plus(Examples.EVERY.multipliedBy(5));
        schedule.read(source(CHANGES), emptyPage("b", true), late);
        schedule.catalogueRead(ObjectType.CUSTOMER, late);

        assertThat(schedule.next(late)).isInstanceOf(Step.Rest.class);
    }

    @Test
    void looksAtWhatAsksForASyncBetweenThePagesOfALongRun() {
        ConnectionSchedule schedule = ready(plan(CHANGES, STATUS));
        schedule.read(source(CHANGES), emptyPage("begin", true), NOON);
        schedule.read(source(STATUS), emptyPage("s", true), NOON);
        Instant due = NOON.plus(Examples.EVERY);
        schedule.catalogueRead(ObjectType.CUSTOMER, due);

        schedule.read(source(CHANGES), emptyPage("p1", false), due);

        assertThat(schedule.next(due)).isEqualTo(new Step.Poll(source(STATUS), new Cursor("s")));
    }

    @Test
    void pollsAtOnceWhenAskedTo() {
        ConnectionSchedule schedule = ready(plan(CHANGES));
        schedule.read(source(CHANGES), emptyPage("a", true), NOON);
        assertThat(schedule.next(NOON)).isInstanceOf(Step.Rest.class);

        schedule.pollNow(NOON);

        assertThat(schedule.next(NOON)).isEqualTo(new Step.Poll(source(CHANGES), new Cursor("a")));
    }

    @Test
    void publishesNoFasterThanAllowed() {
        ConnectionSchedule schedule = ready(plan(CHANGES));

        schedule.read(source(CHANGES), page(100, "a", false), NOON);

        assertThat(schedule.next(NOON)).isEqualTo(new Step.Rest(NOON.plusMillis(500)));
        assertThat(schedule.next(NOON.plusMillis(500))).isInstanceOf(Step.Poll.class);
    }

    @Test
    void restsAfterAFailureAndGoesOnWhereItWas() {
        ConnectionSchedule schedule = ready(plan(CHANGES));
        schedule.read(source(CHANGES), emptyPage("a", false), NOON);

        schedule.failed(Reason.RATE_LIMITED, Duration.ofMinutes(3), "too fast", NOON);

        Instant until = NOON.plus(Duration.ofMinutes(3));
        assertThat(schedule.next(NOON)).isEqualTo(new Step.Rest(until));
        assertThat(schedule.isOpen(NOON)).isFalse();
        assertThat(schedule.next(until)).isEqualTo(new Step.Poll(source(CHANGES), new Cursor("a")));
    }

    @Test
    void asksNothingButOneProbeWhileTheKeyIsWrong() {
        ConnectionSchedule schedule = ready(plan(CHANGES));

        schedule.failed(Reason.NOT_AUTHORISED, null, "401", NOON);
        Instant until = NOON.plus(Setback.FIRST);

        assertThat(schedule.next(until)).isEqualTo(new Step.Identify());
        schedule.failed(Reason.NOT_AUTHORISED, null, "401", until);
        assertThat(schedule.next(until))
                .isEqualTo(new Step.Rest(until.plus(Setback.FIRST.multipliedBy(2))));
    }

    @Test
    void forgetsAFailureOnceSomethingWorks() {
        ConnectionSchedule schedule = ready(plan(CHANGES));
        schedule.failed(Reason.TARGET_UNAVAILABLE, null, "no answer", NOON);
        assertThat(schedule.setback()).isNotNull();

        schedule.read(source(CHANGES), emptyPage("a", true), NOON);

        assertThat(schedule.setback()).isNull();
        assertThat(schedule.isOpen(NOON)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void triesAtOnceWhenAPersonAsksUnlessTheSystemSaidWait(Reason reason) {
        ConnectionSchedule schedule = ready(plan(CHANGES));
        schedule.failed(reason, null, "words", NOON);

        schedule.pollNow(NOON);

        boolean rests = schedule.next(NOON) instanceof Step.Rest;
        assertThat(rests).isEqualTo(reason == Reason.RATE_LIMITED);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void waitsAsLongAsTheSystemAskedHoweverOftenAPersonAsks(Reason reason) {
        ConnectionSchedule schedule = ready(plan(CHANGES));
        schedule.failed(source(CHANGES), reason, Duration.ofMinutes(3), "words", NOON);

        schedule.pollNow(NOON.plusSeconds(10));

        assertThat(schedule.next(NOON.plusSeconds(10)))
                .isEqualTo(new Step.Rest(NOON.plus(Duration.ofMinutes(3))));
    }

    @Test
    void waitsOnWhenSomethingStillWorksWhileTheSystemAsksToWait() {
        ConnectionSchedule schedule = ready(plan(CHANGES));
        schedule.hintFailed(Reason.TARGET_UNAVAILABLE, Duration.ofMinutes(3), "503", NOON);

        schedule.read(source(CHANGES), emptyPage("a", false), NOON.plusSeconds(1));

        assertThat(schedule.next(NOON.plusSeconds(1)))
                .isEqualTo(new Step.Rest(NOON.plus(Duration.ofMinutes(3))));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGES", "STATUS", "INDEX"})
    void keepsTheOtherFeedsGoingWhileOneAlwaysFails(Feed broken) {
        ConnectionSchedule schedule = loaded(limePlan());

        Map<Feed, Integer> reads = runFor(schedule, Duration.ofHours(2), broken);

        // Less often than the others: every five minutes, once it has failed for a while.
        assertThat(reads.get(broken)).isBetween(24, 40);
        Map<Feed, Integer> least = new EnumMap<>(Map.of(CHANGES, 11, STATUS, 110, INDEX, 11));
        least.remove(broken);
        least.forEach((feed, times) -> assertThat(reads.get(feed)).isGreaterThanOrEqualTo(times));
        assertThat(schedule.setback()).isNotNull();
    }

    @Test
    void looksAtWhatAsksForASyncWhileTheBaselineAlwaysFails() {
        ConnectionSchedule schedule = ready(limePlan());

        Map<Feed, Integer> reads = runFor(schedule, Duration.ofHours(2), BASELINE);

        assertThat(reads.get(STATUS)).isGreaterThanOrEqualTo(110);
        assertThat(reads.get(CHANGES)).as("noted where they begin, and no more").isEqualTo(1);
        assertThat(reads).doesNotContainKey(INDEX);
    }

    @Test
    void readsTheBaselineFirstWhenItFailedOnlyOnce() {
        ConnectionSchedule schedule = ready(plan(CHANGES, STATUS, BASELINE));
        schedule.read(source(CHANGES), emptyPage("now", true), NOON);
        schedule.failed(source(BASELINE), Reason.TARGET_UNAVAILABLE, null, "503", NOON);

        Instant until = NOON.plus(Setback.FIRST);

        assertThat(schedule.next(NOON)).isEqualTo(new Step.Rest(until));
        assertThat(schedule.next(until)).isEqualTo(new Step.Poll(source(BASELINE), null));
    }

    @Test
    void asksEverLessOftenWhatPassesEachProbeAndIsThenRefused() {
        ConnectionSchedule schedule = loaded(plan(CHANGES));
        List<Instant> polls = new ArrayList<>();
        Instant now = NOON.plus(Examples.EVERY);
        schedule.catalogueRead(ObjectType.CUSTOMER, now);

        while (polls.size() < 12) {
            switch (schedule.next(now)) {
                case Step.Rest(Instant until) -> now = until;
                case Step.ReadCatalogue(ObjectType type) -> schedule.catalogueRead(type, now);
                case Step.Identify() -> {
                    schedule.identified(now);
                    assertThat(schedule.setback() == null).isEqualTo(polls.isEmpty());
                }
                case Step.Poll(Source source, var _) -> {
                    polls.add(now);
                    schedule.failed(source, Reason.WRONG_COMPANY, null, "another", now);
                }
            }
        }

        assertThat(Duration.between(polls.get(10), polls.get(11))).isEqualTo(Setback.LONGEST);
        assertThat(Duration.between(polls.get(4), polls.get(5))).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void readsTheCatalogueAgainEveryHour() {
        ConnectionSchedule schedule = ready(plan());

        Step rest = schedule.next(NOON);
        Instant later = NOON.plus(Duration.ofHours(1));

        assertThat(rest).isEqualTo(new Step.Rest(later));
        assertThat(schedule.next(later)).isEqualTo(new Step.ReadCatalogue(ObjectType.CUSTOMER));
    }

    private static ConnectionSchedule ready(PollPlan plan) {
        return ready(plan, Map.of());
    }

    private static ConnectionSchedule ready(PollPlan plan, Map<Source, Progress> known) {
        ConnectionSchedule schedule = new ConnectionSchedule(plan, known);
        schedule.identified(NOON);
        schedule.catalogueRead(ObjectType.CUSTOMER, NOON);
        return schedule;
    }

    /** Where everything was read once. */
    private static ConnectionSchedule loaded(PollPlan plan) {
        Map<Source, Progress> known = new HashMap<>();
        for (Feed feed : Feed.values()) {
            known.put(source(feed), new Progress(new Cursor("c"), true, NOON));
        }
        return ready(plan, known);
    }

    private static Map<Feed, Integer> runFor(ConnectionSchedule schedule, Duration time) {
        return runFor(schedule, time, null);
    }

    /** How often each feed is asked for, when {@code broken} cannot be read. */
    private static Map<Feed, Integer> runFor(
            ConnectionSchedule schedule, Duration time, @Nullable Feed broken) {
        Map<Feed, Integer> runs = new EnumMap<>(Feed.class);
        Instant now = NOON;
        while (now.isBefore(NOON.plus(time))) {
            switch (schedule.next(now)) {
                case Step.Rest(Instant until) -> now = until;
                case Step.ReadCatalogue(ObjectType type) -> schedule.catalogueRead(type, now);
                case Step.Identify() -> schedule.identified(now);
                case Step.Poll(Source source, var _) -> {
                    runs.merge(source.feed(), 1, Integer::sum);
                    if (source.feed() == broken) {
                        schedule.failed(source, Reason.UNEXPECTED_ANSWER, null, "one row", now);
                    } else {
                        schedule.read(source, emptyPage("c", true), now);
                    }
                }
            }
        }
        return runs;
    }
}

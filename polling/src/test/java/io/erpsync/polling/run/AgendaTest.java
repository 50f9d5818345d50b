package io.erpsync.polling.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.polling.plan.ConnectionSchedule;
import io.erpsync.polling.plan.HintLine.Turn;
import io.erpsync.polling.plan.HintLine.Wanted;
import io.erpsync.polling.plan.PollPlan;
import io.erpsync.polling.plan.Setback;
import io.erpsync.polling.plan.Source;
import io.erpsync.polling.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AgendaTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Source CHANGES = new Source(ObjectType.CUSTOMER, Feed.CHANGES);
    private static final Wanted SEVEN = new Wanted(ObjectType.CUSTOMER, "7");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Agenda agenda = new Agenda(new ConnectionSchedule(plan(), Map.of()), now::get);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        agenda.stop();
        threads.close();
    }

    @Test
    void givesTheStepsOfTheScheduleInTurn() throws InterruptedException {
        assertThat(agenda.nextStep()).isEqualTo(new Step.Identify());
        agenda.identified();
        assertThat(agenda.nextStep()).isEqualTo(new Step.ReadCatalogue(ObjectType.CUSTOMER));
        agenda.catalogueRead(ObjectType.CUSTOMER);

        assertThat(agenda.nextStep()).isEqualTo(new Step.Poll(CHANGES, null));
        assertThat(agenda.isLoading(CHANGES)).isTrue();
    }

    @Test
    void waitsWhileThereIsNothingToDoAndIsWokenByAHintToPoll()
            throws InterruptedException, ExecutionException {
        readThrough();
        Future<@Nullable Step> step = later(agenda::nextStep);

        assertThat(isWaiting(step)).isTrue();
        agenda.pollNow();

        assertThat(step.get()).isEqualTo(new Step.Poll(CHANGES, new Cursor("c")));
    }

    @Test
    void endsTheWaitWhenStopped() throws InterruptedException, ExecutionException {
        readThrough();
        Future<@Nullable Step> step = later(agenda::nextStep);
        Future<@Nullable Turn> hint = later(agenda::nextHint);
        Future<Boolean> pause = later(() -> agenda.pause(Duration.ofMinutes(5)));
        assertThat(isWaiting(step)).isTrue();

        agenda.stop();

        assertThat(step.get()).isNull();
        assertThat(hint.get()).isNull();
        assertThat(pause.get()).isFalse();
        assertThat(agenda.isStopped()).isTrue();
    }

    @Test
    void mayGoOnAfterAPause() throws InterruptedException {
        assertThat(agenda.pause(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void handsOverAHintOnceTheKeyIsKnownToWork() throws InterruptedException, ExecutionException {
        Future<@Nullable Turn> hint = later(agenda::nextHint);
        assertThat(agenda.join(SEVEN, 4, false)).isTrue();
        assertThat(agenda.join(SEVEN, 5, false)).isTrue();
        assertThat(isWaiting(hint)).isTrue();

        agenda.identified();

        Turn turn = hint.get();
        assertThat(turn == null ? List.of() : turn.offsets()).containsExactly(4L, 5L);
    }

    @Test
    void readsNoHintsWhileTheConnectionRests() throws InterruptedException, ExecutionException {
        agenda.identified();
        agenda.failed(
                null, new Answer.Failed<>(Reason.TARGET_UNAVAILABLE, Duration.ofMinutes(1), "503"));
        agenda.join(SEVEN, 4, false);
        Future<@Nullable Turn> hint = later(agenda::nextHint);
        assertThat(isWaiting(hint)).isTrue();

        now.set(NOON.plusSeconds(61));
        agenda.pollNow();

        assertThat(hint.get()).isNotNull();
    }

    @Test
    void restsWhenAHintIsToldToWaitAndNotWhenOneRecordFails()
            throws InterruptedException, ExecutionException {
        readThrough();

        agenda.hintFailed(Reason.NOT_AUTHORISED, null, "403");
        agenda.makeDue();
        assertThat(agenda.nextStep()).isInstanceOf(Step.Poll.class);
        agenda.hintFailed(Reason.TARGET_UNAVAILABLE, Duration.ofMinutes(1), "503");
        agenda.pollNow();
        agenda.join(SEVEN, 4, false);

        assertThat(isWaiting(later(agenda::nextStep))).isTrue();
        assertThat(isWaiting(later(agenda::nextHint))).isTrue();
    }

    @Test
    void givesBackWhatNobodyHasReadWithWhatWasBeingRead() throws InterruptedException {
        agenda.identified();
        for (int id = 1; id < 5; id++) {
            agenda.join(new Wanted(ObjectType.CUSTOMER, "id-" + id), id, id == 4);
        }
        agenda.nextHint();
        agenda.hintDone();
        agenda.nextHint();

        agenda.stop();

        assertThat(agenda.leftHints())
                .extracting(turn -> turn.wanted().id())
                .containsExactlyInAnyOrder("id-2", "id-3", "id-4");
        assertThat(agenda.leftHints()).isEmpty();
    }

    @Test
    void readsAgainAndLaterWhatMustNotBeLeftOut() throws InterruptedException, ExecutionException {
        agenda.identified();
        agenda.join(SEVEN, 4, true);
        agenda.hintAgain(Objects.requireNonNull(agenda.nextHint()));
        Future<@Nullable Turn> hint = later(agenda::nextHint);
        assertThat(isWaiting(hint)).isTrue();

        now.set(NOON.plusSeconds(2));
        agenda.join(new Wanted(ObjectType.CUSTOMER, "8"), 5, false);

        Turn turn = hint.get();
        assertThat(turn == null ? List.of() : turn.offsets()).containsExactly(4L);
    }

    @Test
    void makesAPollDueWhereTooManyHintsWait() throws InterruptedException {
        readThrough();
        int joined = 0;
        while (agenda.join(new Wanted(ObjectType.CUSTOMER, "id-" + joined), joined, false)) {
            joined++;
        }

        assertThat(joined).isEqualTo(100);
        assertThat(agenda.nextStep()).isEqualTo(new Step.Poll(CHANGES, new Cursor("c")));
    }

    @Test
    void tellsWhyNothingIsPolledUntilItIsAgain() {
        assertThat(agenda.setback()).isNull();
        agenda.failed(null, new Answer.Failed<>(Reason.NOT_AUTHORISED, null, "401"));
        Setback setback = agenda.setback();
        assertThat(setback == null ? null : setback.reason()).isEqualTo(Reason.NOT_AUTHORISED);

        agenda.identified();

        assertThat(agenda.setback()).isNull();
    }

    private void readThrough() {
        agenda.identified();
        agenda.catalogueRead(ObjectType.CUSTOMER);
        agenda.read(CHANGES, new FeedPage(List.of(), new Cursor("c"), true));
    }

    private <T extends @Nullable Object> Future<T> later(Callable<T> task) {
        return threads.submit(task);
    }

    /** Whether it has not ended in a time that is long for what need not wait. */
    private static boolean isWaiting(Future<?> task)
            throws InterruptedException, ExecutionException {
        try {
            task.get(100, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException waits) {
            return true;
        }
    }

    private static PollPlan plan() {
        return new PollPlan(
                new ConnectionName("acme"),
                Map.of(ObjectType.CUSTOMER, Set.of(Feed.CHANGES)),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                300);
    }
}

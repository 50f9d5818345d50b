package io.erpsync.sync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Action;
import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.sync.core.decide.Decider;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A read may show a moment of the past, when the record was not there yet. */
class AbsenceTest {

    private static final Outcome NOT_FOUND = new Outcome.Absent("no such record");

    private final Stage stage = Stage.linked(Fixtures.bothWays());
    private Link link = stage.link();
    private @Nullable Decision last;

    @BeforeEach
    void knowsBothRecords() {
        assertThat(link.lime().wasSeen()).isTrue();
        assertThat(link.erp().wasSeen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void looksAgainForWhatItSawAMomentAgo(Side side) {
        gone(side, savedAt(side).plusSeconds(1));
        answer(NOT_FOUND, savedAt(side).plusSeconds(2));
        assertThat(link.problem()).isNull();
        assertThat(link.phase()).isInstanceOf(Phase.Waiting.class);

        timeComes(sure(side));
        answer(found(side), sure(side));

        assertThat(link.phase()).isEqualTo(new Phase.Idle());
        assertThat(link.problem()).isNull();
        assertThat(link.side(side).isDoubted()).isFalse();
    }

    @Test
    void believesThatACustomerIsGoneWhenItIsStillNotThere() {
        gone(Side.ERP, savedAt(Side.ERP).plusSeconds(1));
        answer(NOT_FOUND, savedAt(Side.ERP).plusSeconds(2));

        timeComes(sure(Side.ERP));
        answer(NOT_FOUND, sure(Side.ERP));

        assertThat(Objects.requireNonNull(link.problem()).reason()).isEqualTo(Reason.RECORD_GONE);
        assertThat(decision().account().kind()).isEqualTo(Account.Kind.DEAD_LETTER);
    }

    @Test
    void believesThatACardIsGoneWhenItIsStillNotThere() {
        gone(Side.LIME, savedAt(Side.LIME).plusSeconds(1));
        answer(NOT_FOUND, savedAt(Side.LIME).plusSeconds(2));

        timeComes(sure(Side.LIME));
        answer(NOT_FOUND, sure(Side.LIME));

        assertThat(link.phase()).isEqualTo(new Phase.Closed(Phase.Ending.LIME_RECORD_GONE));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void believesAtOnceWhatWasNotSavedForLong(Side side) {
        gone(side, sure(side));

        boolean told =
                link.phase() instanceof Phase.Closed
                        || Objects.requireNonNull(link.problem()).reason() == Reason.RECORD_GONE;
        assertThat(told).isTrue();
    }

    @Test
    void doesNotEndARoundForACustomerThatOneLookDidNotFind() {
        stage.editCard("name", "Other").until(Side.ERP, Action.READ);
        link = stage.link();
        Phase.Ready ready = (Phase.Ready) link.phase();
        assertThat(ready.work()).isInstanceOf(Work.LookInErp.class);

        answer(NOT_FOUND, savedAt(Side.ERP).plusSeconds(1));
        assertThat(link.problem()).isNull();

        timeComes(sure(Side.ERP));
        answer(found(Side.ERP), sure(Side.ERP));
        assertThat(link.phase())
                .isInstanceOfSatisfying(
                        Phase.Ready.class,
                        next -> assertThat(next.work()).isInstanceOf(Work.UpdateInErp.class));
    }

    @Test
    void remembersAnAbsenceThatIsToldWhileAWriteIsOut() {
        stage.editCard("name", "Other");
        link = stage.link();
        decide(new Event.Released(savedAt(Side.ERP)));
        assertThat(link.phase()).isInstanceOf(Phase.Open.class);

        decide(new Event.Gone(Side.ERP, reference(Side.ERP), sure(Side.ERP)));

        assertThat(link.erp().isDoubted()).isTrue();
        assertThat(link.phase()).isInstanceOf(Phase.Open.class);
    }

    private void gone(Side side, Instant now) {
        decide(new Event.Gone(side, reference(side), now));
    }

    /** The step that is ready goes out and is answered. */
    private void answer(Outcome outcome, Instant now) {
        decide(new Event.Released(now));
        Phase.Open open = (Phase.Open) link.phase();
        decide(new Event.Answered(open.command(), outcome, now, now));
    }

    private void timeComes(Instant now) {
        decide(new Event.Due(now));
        assertThat(link.phase()).isInstanceOf(Phase.Ready.class);
    }

    private void decide(Event event) {
        last = Decider.decide(link, event, stage.world.rules(), NobodyElse.known());
        link = last.link();
    }

    private Decision decision() {
        return Objects.requireNonNull(last);
    }

    private RecordReference reference(Side side) {
        return Objects.requireNonNull(link.side(side).reference());
    }

    private Instant savedAt(Side side) {
        return seen(side).asOf();
    }

    private Sighting seen(Side side) {
        return Objects.requireNonNull(stage.link().side(side).seen());
    }

    private Instant sure(Side side) {
        Duration settleTime = stage.world.rules().erp().settleTime();
        return savedAt(side).plus(settleTime);
    }

    private Outcome found(Side side) {
        Fields fields = seen(side).fields();
        return new Outcome.Applied(
                new StoredRecord(reference(side), null, fields, savedAt(side).plusSeconds(5)));
    }
}

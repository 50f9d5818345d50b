package io.erpsync.polling.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Reason;
import io.erpsync.polling.run.StatusBoard.Standing;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusBoardTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ConnectionName ACME = new ConnectionName("acme");

    private Instant now = NOON;
    private final StatusBoard board = new StatusBoard(() -> now);

    @Test
    void waitsForTheStartAtFirst() {
        assertThat(board.waitingFor()).contains("the start");

        board.waitsFor("the brokers");
        assertThat(board.waitingFor()).contains("the brokers");

        board.works();
        assertThat(board.waitingFor()).isEmpty();
    }

    @Test
    void saysSinceWhenAConnectionIsNotPolledAndWhy() {
        board.setBack(ACME, Reason.NOT_AUTHORISED, "401");
        now = NOON.plusSeconds(60);
        board.setBack(ACME, Reason.NOT_AUTHORISED, "401 again");

        assertThat(standing().since()).isEqualTo(NOON);
        assertThat(standing().shown()).isEqualTo("NOT_AUTHORISED since 2026-03-02T12:00:00Z: 401");
    }

    @Test
    void anotherReasonBeginsAnew() {
        board.setBack(ACME, Reason.TARGET_UNAVAILABLE, "503");
        now = NOON.plusSeconds(60);

        board.setBack(ACME, Reason.RATE_LIMITED, "429");

        assertThat(standing().reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(standing().since()).isEqualTo(now);
    }

    @Test
    void remembersTheLastCompleteRunThroughASetback() {
        board.polled(ACME);
        board.ranThrough(ACME);
        now = NOON.plusSeconds(60);
        board.setBack(ACME, Reason.TARGET_UNAVAILABLE, "503");
        assertThat(standing().lastRun()).isEqualTo(NOON);

        now = NOON.plusSeconds(120);
        board.polled(ACME);

        assertThat(standing().lastRun()).isEqualTo(NOON);
        assertThat(standing().since()).isEqualTo(now);
        assertThat(standing().shown()).isEqualTo("polled");
    }

    @Test
    void beingPolledStillIsNoNews() {
        board.polled(ACME);
        now = NOON.plusSeconds(60);

        board.polled(ACME);

        assertThat(standing().since()).isEqualTo(NOON);
    }

    @Test
    void aRunOfAConnectionThatHasGoneIsNotShown() {
        board.polled(ACME);
        board.gone(ACME);

        board.ranThrough(ACME);

        assertThat(board.standings()).isEmpty();
    }

    @Test
    void showsConnectionsByName() {
        board.polled(new ConnectionName("beta"));
        board.polled(ACME);

        assertThat(board.standings().keySet())
                .extracting(ConnectionName::value)
                .containsExactly("acme", "beta");
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryReason(Reason reason) {
        board.setBack(ACME, reason, "words");

        assertThat(standing().shown()).startsWith(reason.name()).endsWith(": words");
    }

    private Standing standing() {
        @Nullable Standing standing = board.standings().get(ACME);
        return Objects.requireNonNull(standing);
    }
}

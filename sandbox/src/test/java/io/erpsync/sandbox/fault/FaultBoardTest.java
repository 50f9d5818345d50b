package io.erpsync.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultBoardTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final FaultTarget ANY = new FaultTarget(null, null, null, null, null);
    private static final FaultProbe PROBE =
            new FaultProbe("lime", "demo", "PUT", "/lime/demo/api/v1/limeobject/company/1/", "{}");

    private final FaultBoard board = new FaultBoard(1);

    @Test
    void hitsAsOftenAsAskedAndCountsTheHits() {
        board.add(ANY, effect(FaultKind.STATUS), 2, 1);

        List<Boolean> hits =
                IntStream.range(0, 4).mapToObj(_ -> board.hit(PROBE, NOW) != null).toList();

        assertThat(hits).containsExactly(true, true, false, false);
        assertThat(board.all().getFirst().hits()).isEqualTo(2);
    }

    @Test
    void keepsWhatItHitWhenTheFaultIsGone() {
        board.add(ANY, effect(FaultKind.COMMIT_THEN_DROP), 1, 1);
        board.hit(PROBE, NOW);
        board.hit(PROBE, NOW.plusSeconds(1));

        board.clear();

        assertThat(board.hits())
                .containsExactly(new FaultHit(NOW, FaultKind.COMMIT_THEN_DROP, PROBE));
    }

    @Test
    void hitsOnlyWhatItIsMeantFor() {
        Pattern path = Pattern.compile("/company/");
        board.add(
                new FaultTarget("lime", "demo", "put", path, Pattern.compile("synced")),
                effect(FaultKind.STATUS),
                Fault.ALWAYS,
                1);

        assertThat(board.hit(PROBE, NOW)).isNull();
        assertThat(board.hit(new FaultProbe("lime", "demo", "PUT", "/company/", "synced"), NOW))
                .isNotNull();
        assertThat(board.hit(new FaultProbe("lime", "demo", "GET", "/company/", "synced"), NOW))
                .isNull();
        assertThat(board.hit(new FaultProbe("lime", "other", "PUT", "/company/", "synced"), NOW))
                .isNull();
        assertThat(board.hit(new FaultProbe("fortnox", null, "PUT", "/company/", "synced"), NOW))
                .isNull();
    }

    @Test
    void hitsTheSameRequestsWithTheSameSeed() {
        board.add(ANY, effect(FaultKind.STATUS), Fault.ALWAYS, 0.3);

        board.seed(42);
        List<Boolean> once =
                IntStream.range(0, 200).mapToObj(_ -> board.hit(PROBE, NOW) != null).toList();
        board.seed(42);
        List<Boolean> again =
                IntStream.range(0, 200).mapToObj(_ -> board.hit(PROBE, NOW) != null).toList();

        assertThat(again).isEqualTo(once);
        assertThat(once.stream().filter(hit -> hit).count()).isBetween(40L, 80L);
    }

    @Test
    void knowsEveryKindByItsName() {
        assertThat(FaultKind.values())
                .allSatisfy(
                        kind -> assertThat(FaultKind.ofWireName(kind.wireName())).isEqualTo(kind));
        assertThatThrownBy(() -> FaultKind.ofWireName("rain")).hasMessageContaining("rain");
    }

    private static FaultEffect effect(FaultKind kind) {
        return new FaultEffect(kind, Duration.ZERO, 500, null, null, null);
    }
}

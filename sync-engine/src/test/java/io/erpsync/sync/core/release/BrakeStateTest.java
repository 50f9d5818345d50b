package io.erpsync.sync.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.rules.Brake;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrakeStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Brake RULES = new Brake(200, 5, 25);

    @Test
    void admitsTwentyFiveEmptiedFieldsInAnHour() {
        BrakeState full = emptied(25);

        assertThat(emptied(24).admits(RULES, 0, 1, NOW)).isTrue();
        assertThat(full.admits(RULES, 0, 1, NOW)).isFalse();
        assertThat(full.admits(RULES, 0, 0, NOW)).isTrue();
        assertThat(full.admits(RULES, 0, 1, NOW.plus(Duration.ofMinutes(61)))).isTrue();
    }

    @Test
    void admitsTwoHundredUpdatesOrTheShareOfTheLinks() {
        BrakeState full = updated(200);

        assertThat(updated(199).admits(RULES, 0, 0, NOW)).isTrue();
        assertThat(full.admits(RULES, 0, 0, NOW)).isFalse();
        assertThat(full.admits(RULES, 10_000, 0, NOW)).isTrue();
    }

    @Test
    void admitsNothingWhileItIsEngaged() {
        assertThat(BrakeState.FREE.engaged(NOW).admits(RULES, 0, 0, NOW)).isFalse();
    }

    @Test
    void admitsEverythingForAnHourOnceItWasReleased() {
        BrakeState released = emptied(25).engaged(NOW).released(NOW);

        assertThat(released.admits(RULES, 0, 99, NOW.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(released.admits(RULES, 0, 99, NOW.plus(Duration.ofMinutes(61)))).isFalse();
    }

    @Test
    void admitsUpdatesAgainAndNoMoreEmptiedFieldsOnceItWasDiscarded() {
        BrakeState discarded = emptied(25).engaged(NOW).discarded();

        assertThat(discarded.admits(RULES, 0, 1, NOW)).isFalse();
        assertThat(discarded.admits(RULES, 0, 0, NOW)).isTrue();
        assertThat(updated(200).engaged(NOW).discarded().admits(RULES, 0, 0, NOW)).isTrue();
    }

    private static BrakeState emptied(int fields) {
        return counted(fields, 1);
    }

    private static BrakeState updated(int updates) {
        return counted(updates, 0);
    }

    private static BrakeState counted(int times, int clears) {
        BrakeState state = BrakeState.FREE;
        for (int i = 0; i < times; i++) {
            state = state.counting(clears, NOW);
        }
        return state;
    }
}

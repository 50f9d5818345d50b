package io.erpsync.polling.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.polling.run.StatusBoard;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PollerHealthTest {

    private final AtomicBoolean ready = new AtomicBoolean();
    private final StatusBoard board = new StatusBoard(() -> Instant.EPOCH);
    private final PollerHealth health = new PollerHealth(ready::get, board);

    @Test
    void isOutOfServiceUntilItKnowsWhatItOwns() {
        board.waitsFor("the registry");

        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("waits for", "the registry");
    }

    @Test
    void isUpOnceItDoes() {
        ready.set(true);
        board.works();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).isEmpty();
    }
}

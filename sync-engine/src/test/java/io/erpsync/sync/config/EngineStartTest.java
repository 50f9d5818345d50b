package io.erpsync.sync.config;

import static io.erpsync.sync.config.Starting.PATIENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.testing.FreePorts;
import org.junit.jupiter.api.Test;

/** What the engine says while there is no broker. */
class EngineStartTest {

    @Test
    void waitsForABrokerThatIsNotUpAndSaysWhich() {
        String nobody = "127.0.0.1:" + FreePorts.one();

        try (Starting starting = new Starting(nobody, "http://127.0.0.1:1", 2)) {
            PATIENTLY.until(
                    () ->
                            starting.waitsFor()
                                    .startsWith("the broker at " + nobody + " cannot be used: "));
            goesOnWaiting(starting);
        }
    }

    @Test
    void waitsForABrokerWhoseNameDoesNotResolveYet() {
        try (Starting starting = new Starting("kafka.invalid:9092", "http://127.0.0.1:1", 2)) {
            PATIENTLY.until(() -> starting.waitsFor().contains("No resolvable bootstrap urls"));
            goesOnWaiting(starting);
        }
    }

    private static void goesOnWaiting(Starting starting) {
        assertThat(starting.engine().isRunning()).isTrue();
        assertThat(starting.isRunning()).isFalse();
        assertThat(starting.ends()).isEmpty();
    }
}

package io.erpsync.connector.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {

    private static final Limit FORTNOX =
            new Limit(25, Duration.ofSeconds(5), Duration.ofSeconds(60));

    @Test
    void roundsAShareDownToWholeRequests() {
        assertThat(FORTNOX.share(10).requests()).isEqualTo(2);
        assertThat(FORTNOX.share(100).requests()).isEqualTo(25);
    }

    @Test
    void leavesAShareAtLeastOneRequest() {
        assertThat(FORTNOX.share(1).requests()).isEqualTo(1);
        assertThat(FORTNOX.without(100).requests()).isEqualTo(1);
    }

    @Test
    void partsTheRequestsWithoutRemainder() {
        for (int percent = 4; percent < 100; percent++) {
            int both = FORTNOX.share(percent).requests() + FORTNOX.without(percent).requests();

            assertThat(both).as("%d percent", percent).isEqualTo(25);
        }
    }

    @Test
    void keepsWindowAndSettleTimeInAShare() {
        assertThat(FORTNOX.share(10).window()).isEqualTo(FORTNOX.window());
        assertThat(FORTNOX.without(10).settle()).isEqualTo(FORTNOX.settle());
    }

    @Test
    void refusesWhatIsNoLimit() {
        assertThatThrownBy(() -> new Limit(0, Duration.ofSeconds(1), Duration.ZERO))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Limit(1, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("window");
        assertThatThrownBy(() -> new Limit(1, Duration.ofSeconds(1), Duration.ofSeconds(-1)))
                .hasMessageContaining("settle");
        assertThatThrownBy(() -> FORTNOX.share(0)).hasMessageContaining("percent");
    }
}

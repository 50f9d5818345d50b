package io.erpsync.polling.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.connector.RequestGate;
import io.erpsync.connector.limit.Limit;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.SystemName;
import io.erpsync.model.Urgency;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With limits that give one permit and take it back for an hour: who shares it with whom. */
@Timeout(20)
class FairGatesTest {

    private static final SystemName FORTNOX = new SystemName("fortnox");
    private static final ConnectionName ACME = new ConnectionName("acme");
    private static final ConnectionName OTHER = new ConnectionName("other");
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    void allConnectionsShareWhatLimeAllowsAnAddress() throws InterruptedException {
        FairGates gates = gates(new Limit(1, SHORT, Duration.ofHours(1)));

        gates.of(SystemName.LIME, ACME).enter(Urgency.BACKGROUND).lost();

        assertThat(isShut(gates.of(SystemName.LIME, ACME))).isTrue();
        assertThat(isShut(gates.of(SystemName.LIME, OTHER))).isTrue();
    }

    @Test
    void eachConnectionHasWhatAnErpAllowsACompany() throws InterruptedException {
        FairGates gates = gates(new Limit(1, SHORT, Duration.ofHours(1)));

        gates.of(FORTNOX, ACME).enter(Urgency.BACKGROUND).lost();

        assertThat(isShut(gates.of(FORTNOX, ACME))).isTrue();
        gates.of(FORTNOX, OTHER).enter(Urgency.BACKGROUND).answered();
    }

    @Test
    void aConnectionThatIsOpenedAnewFindsItsGateAsItWas() throws InterruptedException {
        FairGates gates = gates(new Limit(1, SHORT, Duration.ofHours(1)));
        RequestGate first = gates.of(FORTNOX, ACME);
        first.enter(Urgency.INTERACTIVE).lost();

        assertThat(isShut(gates.of(FORTNOX, ACME))).isTrue();
        assertThat(isShut(first)).isTrue();
    }

    @Test
    void saysOfWhichSystemNoLimitIsKnown() {
        assertThatThrownBy(() -> gates(new Limit(1, SHORT, SHORT)).of(new SystemName("sage"), ACME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sage");
    }

    private static FairGates gates(Limit limit) {
        return new FairGates(Map.of(SystemName.LIME, limit, FORTNOX, limit));
    }

    /** An interrupted thread gets through only where it need not wait. */
    private static boolean isShut(RequestGate gate) throws InterruptedException {
        Thread caller =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                gate.enter(Urgency.BACKGROUND);
                            } catch (InterruptedException waited) {
                                Thread.currentThread().interrupt();
                            }
                        });
        boolean through = caller.join(Duration.ofMillis(400));
        caller.interrupt();
        caller.join();
        return !through;
    }
}

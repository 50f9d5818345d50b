package io.erpsync.sync.meter;

import static io.erpsync.sync.core.model.Account.Kind.COMMAND;
import static io.erpsync.sync.core.model.Account.Kind.DEAD_LETTER;
import static io.erpsync.sync.core.model.Account.Kind.HOLD;
import static io.erpsync.sync.core.model.Account.Kind.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.Reason;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Why;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EngineMeters meters = new EngineMeters(registry);

    @Test
    void endsAsTheWeightiestOfWhatBecameOfTheRecord() {
        List<Account.Kind> weighty = List.of(SKIP, HOLD, COMMAND, DEAD_LETTER);
        for (Account.Kind first : weighty) {
            for (Account.Kind second : weighty) {
                registry.clear();
                Reckoning reckoning = meters.read("control");
                reckoning.decided(first, Why.DONE);
                reckoning.decided(second, Why.DONE);
                reckoning.closed();

                Account.Kind heavier =
                        weighty.indexOf(first) > weighty.indexOf(second) ? first : second;
                assertThat(registry.find("erpsync.engine.ends").counters())
                        .singleElement()
                        .returns(1.0, counter -> counter.count())
                        .returns(
                                EngineMeters.word(heavier),
                                counter -> counter.getId().getTag("end"));
            }
        }
    }

    @Test
    void keepsTheReasonOfTheEnd() {
        Reckoning reckoning = meters.read("results");
        reckoning.decided(DEAD_LETTER, Reason.UNREADABLE);
        reckoning.decided(HOLD, Why.SETTLING);
        reckoning.closed();

        assertThat(
                        registry.get("erpsync.engine.ends")
                                .tags("topic", "results", "reason", "unreadable")
                                .counter()
                                .count())
                .isEqualTo(1);
    }
}

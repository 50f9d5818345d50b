package io.erpsync.sync.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.Fixtures;
import io.erpsync.sync.core.NobodyElse;
import io.erpsync.sync.core.model.Account;
import io.erpsync.sync.core.model.Decision;
import io.erpsync.sync.core.model.Event;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Work;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GuardedDecisionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Event DUE = new Event.Due(NOW);

    private final Link link =
            seen(Link.fresh(new LinkId("l-1"), new ConnectionName("acme"), ObjectType.CUSTOMER));
    private final GuardedDecision failing =
            new GuardedDecision(
                    (_, _, _, _) -> {
                        throw new IllegalStateException("no such case");
                    });

    @Test
    void setsALinkAsideThatNothingCanBeDecidedOn() {
        Decision decision = decide(failing, link.ready(new Work.ReadLime()), DUE);

        assertThat(decision.account().kind()).isEqualTo(Account.Kind.DEAD_LETTER);
        assertThat(decision.order()).isNull();
        assertThat(decision.link().phase()).isInstanceOf(Phase.Parked.class);
        assertThat(Objects.requireNonNull(decision.link().problem()).reason())
                .isEqualTo(Reason.NOT_DECIDED);
        assertThat(Objects.requireNonNull(decision.link().problem()).words())
                .contains("no such case");
    }

    @Test
    void readsItAnewWhenItIsReplayed() {
        Link aside = decide(failing, link, DUE).link();

        Decision replayed = decide(new GuardedDecision(), aside, new Event.ReplayAsked(NOW));

        assertThat(replayed.link().phase()).isEqualTo(new Phase.Ready(new Work.ReadLime(), null));
    }

    private static Link seen(Link fresh) {
        Fields fields = Fixtures.fields("name", "Bakery", "erp_status", "synced");
        return fresh.lime(
                fresh.lime()
                        .saw(
                                new RecordReference(SystemName.LIME, "company", "1"),
                                null,
                                new Sighting(fields, NOW),
                                false));
    }

    private static Decision decide(GuardedDecision core, Link link, Event event) {
        return core.of(link, event, Fixtures.standard().rules(), NobodyElse.known());
    }
}

package io.erpsync.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.model.CommandId;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Problem PROBLEM = new Problem(Reason.INVALID_VALUE, Side.ERP, null, "");
    private static final List<Phase> PHASES =
            List.of(
                    new Phase.Idle(),
                    new Phase.Ready(new Work.Ask(), null),
                    new Phase.Ready(new Work.ReadErp(), null),
                    new Phase.Open(new Work.Ask(), new CommandId("c"), null),
                    new Phase.Settling(new Work.Ask(), AT, AT),
                    new Phase.Waiting(new Work.Ask(), AT, Reason.BRAKE, null),
                    new Phase.Waiting(new Work.Ask(), AT, Reason.NOT_AUTHORISED, null),
                    new Phase.Parked(PROBLEM),
                    new Phase.Closed(Phase.Ending.DISCONNECTED));

    @Test
    void isTheSameAsCountingAllLinksHoweverTheyMoved() {
        long seed = 20_261_128L;
        Random random = new Random(seed);
        List<LinkEntry> links = new ArrayList<>();
        Tally tally = Tally.NONE;

        for (int step = 0; step < 2_000; step++) {
            int at = random.nextInt(links.size() + 1);
            if (at == links.size()) {
                LinkEntry fresh = any(random);
                tally = tally.moved(null, fresh);
                links.add(fresh);
            } else if (random.nextInt(4) == 0) {
                tally = tally.moved(links.remove(at), null);
            } else {
                LinkEntry next = any(random);
                tally = tally.moved(links.set(at, next), next);
            }
            assertThat(tally).as("seed %d, step %d", seed, step).isEqualTo(counted(links));
        }
    }

    @Test
    void comesBackFromTheStoreAsItWas() {
        Tally tally = counted(List.of(entry(PHASES.get(1), true), entry(PHASES.get(5), false)));

        assertThat(StateJson.read(StateJson.write(tally), Tally.class)).isEqualTo(tally);
    }

    private static LinkEntry any(Random random) {
        return entry(PHASES.get(random.nextInt(PHASES.size())), random.nextBoolean());
    }

    private static LinkEntry entry(Phase phase, boolean deadLetter) {
        Link link =
                Link.fresh(new LinkId("l"), new ConnectionName("acme"), ObjectType.CUSTOMER)
                        .phase(phase)
                        .problem(deadLetter ? PROBLEM : null);
        return new LinkEntry(link, null, null, "", deadLetter, "");
    }

    private static Tally counted(List<LinkEntry> links) {
        TreeMap<String, Integer> queued = new TreeMap<>(Comparator.naturalOrder());
        TreeMap<String, Integer> held = new TreeMap<>();
        TreeMap<String, Integer> deadLetters = new TreeMap<>();
        for (LinkEntry entry : links) {
            if (entry.link().phase() instanceof Phase.Ready(Work work, _)) {
                queued.merge(work.target() == Side.LIME ? "LIME" : "ERP", 1, Integer::sum);
            }
            if (entry.link().phase() instanceof Phase.Settling) {
                held.merge("SETTLING", 1, Integer::sum);
            }
            if (entry.link().phase() instanceof Phase.Waiting(_, _, Reason reason, _)) {
                held.merge(reason.name(), 1, Integer::sum);
            }
            if (entry.link().phase() instanceof Phase.Parked) {
                held.merge("PARKED", 1, Integer::sum);
            }
            if (entry.deadLetter()) {
                deadLetters.merge("INVALID_VALUE", 1, Integer::sum);
            }
        }
        return new Tally(queued, held, deadLetters);
    }
}

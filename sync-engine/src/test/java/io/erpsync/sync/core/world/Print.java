package io.erpsync.sync.core.world;

import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Work;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of a world: two worlds with the same one go on alike. Times count by their order
 * only, command ids and settled clocks not at all.
 */
public record Print(long high, long low) {

    public static Print of(World world) {
        return new Writer(world).print();
    }

    private static final class Writer {

        private final World world;
        private final StringBuilder text = new StringBuilder(2048);
        private final TreeSet<Long> limeTimes = new TreeSet<>();
        private final TreeSet<Long> erpTimes = new TreeSet<>();

        Writer(World world) {
            this.world = world;
        }

        Print print() {
            collectTimes();
            for (String id : world.lime.ids()) {
                LimeStore.Card card = world.lime.there(id);
                text.append('L').append(id).append(world.lime.changed().contains(id));
                time(limeTimes, card.version());
                fields(card.fields());
                LimeStore.Card before = card.before();
                if (before != null) {
                    time(limeTimes, before.version());
                    fields(before.fields());
                }
            }
            for (String number : world.erp.numbers()) {
                ErpStore.Customer customer = world.erp.there(number);
                text.append('E').append(number).append(customer.linkId());
                text.append(world.erp.changed().contains(number));
                fields(customer.fields());
                Fields before = customer.before();
                if (before != null) {
                    time(erpTimes, customer.beforeAsOf());
                    fields(before);
                }
            }
            time(erpTimes, world.erp.clock());
            world.links.values().forEach(this::link);
            world.flights.values().forEach(this::flight);
            world.late.forEach(this::flight);
            Flight last = world.lastDelivered;
            if (last != null) {
                flight(last);
            }
            text.append(world.edits).append(world.saved);
            return hash();
        }

        private void collectTimes() {
            erpTimes.add(world.erp.clock());
            world.lime.ids().forEach(id -> limeTimes.add(world.lime.there(id).version()));
            for (Link link : world.links.values()) {
                collect(limeTimes, link.lime());
                collect(erpTimes, link.erp());
            }
        }

        private static void collect(SortedSet<Long> times, SideState state) {
            Sighting seen = state.seen();
            if (seen != null) {
                times.add(seen.asOf().getEpochSecond());
            }
            Sighting doubt = state.doubt();
            if (doubt != null) {
                times.add(doubt.asOf().getEpochSecond());
            }
        }

        private void time(SortedSet<Long> times, long time) {
            text.append('@').append(times.headSet(time).size());
            text.append(times.contains(time) ? '=' : '<');
        }

        private void fields(Fields fields) {
            text.append('{');
            for (var entry : fields.values().entrySet()) {
                text.append(entry.getKey()).append(':');
                text.append(entry.getValue().shown()).append('|');
            }
            text.append('}');
        }

        private void link(Link link) {
            text.append('#').append(link.id().value()).append(link.urgency());
            side(limeTimes, link.lime());
            side(erpTimes, link.erp());
            phase(link);
            fields(link.tried());
            fields(link.triedErp());
            text.append(link.problem()).append(Math.min(link.attempts(), 6));
        }

        private void side(SortedSet<Long> times, SideState state) {
            text.append(state.reference()).append(state.claimed());
            sighting(times, state.seen());
            fields(state.agreed());
            sighting(times, state.doubt());
        }

        private void sighting(SortedSet<Long> times, @Nullable Sighting sighting) {
            if (sighting == null) {
                text.append('-');
            } else {
                time(times, sighting.asOf().getEpochSecond());
                fields(sighting.fields());
            }
        }

        private void phase(Link link) {
            text.append(link.phase().getClass().getSimpleName());
            switch (link.phase()) {
                case Phase.Ready(Work work, var since) -> work(work, since);
                case Phase.Open(Work work, _, var since) -> work(work, since);
                case Phase.Settling(Work work, _, var since) -> work(work, since);
                case Phase.Waiting(Work work, _, var reason, var since) -> {
                    text.append(reason);
                    work(work, since);
                }
                case Phase.Parked(var problem) -> text.append(problem);
                case Phase.Closed(var ending) -> text.append(ending);
                case Phase.Idle _ -> {}
            }
        }

        private void work(Work work, @Nullable Instant since) {
            text.append(work.getClass().getSimpleName()).append(since != null);
            switch (work) {
                case Work.LookInErp(Round round, String number) -> {
                    round(round);
                    text.append(number);
                }
                case Work.CreateInErp(Round round) -> round(round);
                case Work.UpdateInErp(Round round) -> round(round);
                case Work.WriteToLime(Round round) -> round(round);
                case Work.Answer(Round round, Verdict verdict, boolean withStatus) -> {
                    round(round);
                    text.append(verdict).append(withStatus);
                }
                case Work.Note(var problem, Fields refused) -> {
                    text.append(problem);
                    fields(refused);
                }
                case Work.Ask _,
                        Work.TakeIn _,
                        Work.Flag _,
                        Work.CreateInLime _,
                        Work.ReadLime _,
                        Work.ReadErp _,
                        Work.RestoreNumber _ -> {}
            }
        }

        private void round(@Nullable Round round) {
            if (round != null) {
                text.append(round.whole()).append(round.looked());
                fields(round.snapshot());
            }
        }

        private void flight(Flight flight) {
            Order order = flight.order();
            Link link = world.links.get(flight.link());
            boolean awaited =
                    link != null
                            && link.phase() instanceof Phase.Open open
                            && open.command().equals(order.command());
            text.append('>').append(awaited).append(order.target()).append(order.action());
            text.append(order.id()).append(order.attemptedSince() != null);
            fields(order.fields());
            if (flight.answer().outcome() instanceof Outcome.Applied(var record)) {
                boolean lime = order.target() == io.erpsync.model.Side.LIME;
                time(lime ? limeTimes : erpTimes, record.asOf().getEpochSecond());
                fields(record.fields());
            } else {
                text.append(flight.answer().outcome());
            }
        }

        private Print hash() {
            long high = 0x9E3779B97F4A7C15L;
            long low = 0xC2B2AE3D27D4EB4FL;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                high = (high ^ c) * 0x100000001B3L;
                low = Long.rotateLeft(low + c, 23) * 0x9FB21C651E98DF25L;
            }
            return new Print(high, low ^ (high >>> 29));
        }
    }
}

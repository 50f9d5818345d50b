package io.erpsync.sync.core.world;

import io.erpsync.model.Fields;
import io.erpsync.model.Outcome;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Order;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.model.Round;
import io.erpsync.sync.core.model.SideState;
import io.erpsync.sync.core.model.Sighting;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of a world: two worlds with the same one go on alike. Times count by their order
 * only, attempts where conflicts are counted; command ids, clocks and urgency, which decide
 * nothing, not at all.
 */
public record Print(long high, long low) {

    public static Print of(World world) {
        return new Writer(world).print();
    }

    private static final class Writer {

        private final World world;
        private final Digest digest = new Digest();
        private final Times limeTimes = new Times();
        private final Times erpTimes = new Times();

        Writer(World world) {
            this.world = world;
        }

        Print print() {
            collectTimes();
            for (String id : world.lime.ids()) {
                LimeStore.Card card = world.lime.there(id);
                digest.add(id).add(world.lime.changed().contains(id));
                time(limeTimes, card.version());
                digest.add(card.fields());
                LimeStore.Card before = card.before();
                digest.add(before != null);
                if (before != null) {
                    time(limeTimes, before.version());
                    digest.add(before.fields());
                }
            }
            for (LimeStore.Card card : world.lime.deleted().values()) {
                digest.add(card.id());
                time(limeTimes, card.version());
                digest.add(card.fields());
            }
            for (String number : world.erp.numbers()) {
                ErpStore.Customer customer = world.erp.there(number);
                digest.add(number).add(customer.linkId());
                digest.add(world.erp.changed().contains(number)).add(customer.fields());
                Fields before = customer.before();
                digest.add(before != null);
                if (before != null) {
                    time(erpTimes, customer.beforeAsOf());
                    digest.add(before).add(world.mayLag(number));
                }
            }
            time(erpTimes, world.erp.clock());
            world.links.values().forEach(this::link);
            digest.add(world.flights.size()).add(world.late.size());
            world.flights.values().forEach(this::flight);
            world.late.forEach(this::late);
            edits(world.edits);
            world.saved.forEach(digest::add);
            return digest.print();
        }

        private void edits(Edits edits) {
            edits.last().forEach((key, value) -> digest.add(key).add(value));
            edits.marks().forEach(digest::add);
            edits.owed().forEach(digest::add);
        }

        private void collectTimes() {
            erpTimes.add(world.erp.clock());
            for (String id : world.lime.ids()) {
                LimeStore.Card card = world.lime.there(id);
                limeTimes.add(card.version());
                LimeStore.Card before = card.before();
                if (before != null) {
                    limeTimes.add(before.version());
                }
            }
            world.lime.deleted().values().forEach(card -> limeTimes.add(card.version()));
            for (String number : world.erp.numbers()) {
                ErpStore.Customer customer = world.erp.there(number);
                if (customer.before() != null) {
                    erpTimes.add(customer.beforeAsOf());
                }
            }
            for (Link link : world.links.values()) {
                collect(limeTimes, link.lime());
                collect(erpTimes, link.erp());
            }
            for (Flight flight : world.flights.values()) {
                if (flight.answer().outcome() instanceof Outcome.Applied(var record)) {
                    times(flight).add(record.asOf().getEpochSecond());
                }
            }
        }

        private Times times(Flight flight) {
            return flight.order().target() == Side.LIME ? limeTimes : erpTimes;
        }

        private static void collect(Times times, SideState state) {
            Sighting seen = state.seen();
            if (seen != null) {
                times.add(seen.asOf().getEpochSecond());
            }
            Sighting doubt = state.doubt();
            if (doubt != null) {
                times.add(doubt.asOf().getEpochSecond());
            }
        }

        private void time(Times times, long time) {
            digest.add(times.place(time));
        }

        private void link(Link link) {
            digest.add(link.id().value());
            side(limeTimes, link.lime());
            side(erpTimes, link.erp());
            phase(link.phase());
            digest.add(link.tried()).add(link.triedErp());
            problem(link.problem());
            if (world.rules.erp().optimisticLock()) {
                digest.add(Math.min(link.attempts(), 6));
            }
        }

        private void side(Times times, SideState state) {
            RecordReference reference = state.reference();
            digest.add(reference == null ? null : reference.id()).add(state.claimed());
            sighting(times, state.seen());
            digest.add(state.agreed());
            sighting(times, state.doubt());
            digest.add(state.bygone().size());
            state.bygone().forEach(bygone -> bygone(bygone, state.doubt()));
        }

        /** Of its time it counts only what is told before it is over. */
        private void bygone(Sighting bygone, @Nullable Sighting doubt) {
            Instant over = bygone.asOf().plus(world.rules.erp().settleTime());
            digest.add(bygone.fields());
            digest.add(world.erp.clock() < over.getEpochSecond());
            digest.add(doubt != null && doubt.asOf().isBefore(over));
            for (String number : world.erp.numbers()) {
                digest.add(world.erp.there(number).beforeAsOf() < over.getEpochSecond());
            }
        }

        private void sighting(Times times, @Nullable Sighting sighting) {
            if (sighting == null) {
                digest.add(-4L);
            } else {
                time(times, sighting.asOf().getEpochSecond());
                digest.add(sighting.fields());
            }
        }

        private void problem(@Nullable Problem problem) {
            if (problem == null) {
                digest.add(-5L);
            } else {
                digest.add(problem.reason()).add(problem.side());
                digest.add(problem.field()).add(problem.words());
            }
        }

        private void phase(Phase phase) {
            digest.add(phase.getClass().getSimpleName());
            switch (phase) {
                case Phase.Ready(Work work, var since) -> work(work, since);
                case Phase.Open(Work work, _, var since) -> work(work, since);
                case Phase.Settling(Work work, _, var since) -> work(work, since);
                case Phase.Waiting(Work work, _, var reason, var since) -> {
                    digest.add(reason);
                    work(work, since);
                }
                case Phase.Parked(var problem) -> problem(problem);
                case Phase.Closed(var ending) -> digest.add(ending);
                case Phase.Idle _ -> {}
            }
        }

        private void work(Work work, @Nullable Instant since) {
            digest.add(work.getClass().getSimpleName()).add(since != null);
            switch (work) {
                case Work.LookInErp(Round round, String number) -> {
                    round(round);
                    digest.add(number);
                }
                case Work.CreateInErp(Round round) -> round(round);
                case Work.UpdateInErp(Round round) -> round(round);
                case Work.WriteToLime(Round round) -> round(round);
                case Work.Answer(Round round, Verdict verdict, boolean withStatus) -> {
                    round(round);
                    problem(verdict instanceof Verdict.Failed(var why) ? why : null);
                    digest.add(withStatus);
                }
                case Work.Note(var problem, Fields refused) -> {
                    problem(problem);
                    digest.add(refused);
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
            digest.add(round != null);
            if (round != null) {
                digest.add(round.whole()).add(round.looked()).add(round.snapshot());
            }
        }

        private void flight(Flight flight) {
            late(flight);
            digest.add(isAwaited(flight)).add(flight.answer().attemptedAt() != null);
            Outcome outcome = flight.answer().outcome();
            digest.add(outcome.getClass().getSimpleName());
            switch (outcome) {
                case Outcome.Applied(var record) -> {
                    time(times(flight), record.asOf().getEpochSecond());
                    digest.add(record.fields());
                }
                case Outcome.Refused refused -> digest.add(refused.reason());
                case Outcome.Unavailable unavailable -> digest.add(unavailable.reason());
                case Outcome.Absent _, Outcome.Conflict _, Outcome.Unknown _ -> {}
            }
        }

        private boolean isAwaited(Flight flight) {
            Link link = world.links.get(flight.link());
            return link != null
                    && link.phase() instanceof Phase.Open open
                    && open.command().equals(flight.order().command());
        }

        /** Of a write that is still to take effect its answer counts no more. */
        private void late(Flight flight) {
            Order order = flight.order();
            digest.add(order.target()).add(order.action()).add(order.id());
            digest.add(order.attemptedSince() != null).add(order.fields());
        }
    }
}

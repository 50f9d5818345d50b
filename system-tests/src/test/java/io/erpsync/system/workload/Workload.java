package io.erpsync.system.workload;

import io.erpsync.system.Faults;
import io.erpsync.system.Sides;
import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Evidence;
import io.erpsync.system.evidence.Stop;
import io.erpsync.system.evidence.Witness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * All people of a run, at work in their connections at the same time. The seed decides what they do
 * and when; it is kept with every finding.
 */
public final class Workload {

    private static final Duration STOPPED_FOR = Duration.ofSeconds(15);

    private final SystemStack stack;
    private final List<Seat> seats = new ArrayList<>();

    private volatile @Nullable Stop stop;

    private record Seat(
            Branch branch, Sides sides, Office office, Set<String> cards, Set<String> customers) {}

    /** Prepares both sides of each branch, with old records in them; nothing is connected yet. */
    public Workload(long seed, SystemStack stack, List<Branch> branches) {
        this.stack = stack;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            stack.furnish(branch.pair());
            Sides sides = stack.sides(branch.pair());
            Set<String> cards = new HashSet<>();
            Set<String> customers = new HashSet<>();
            List<String> registrations = old(sides, cards, customers);
            Office office = new Office(seed * 31 + i, sides, branch.mapping(), registrations);
            seats.add(new Seat(branch, sides, office, cards, customers));
        }
    }

    /** What was there before: a card never sent, a pair, and customers without a card. */
    private static List<String> old(Sides sides, Set<String> cards, Set<String> customers) {
        cards.add(sides.seedInLime(Map.of("name", "Kvarnby gammal AB")));
        customers.add(
                sides.seedInErp(
                        Map.of("CustomerNumber", "501", "Name", "Kvarnby par AB", "City", "ÅRE")));
        cards.add(
                sides.seedInLime(
                        Map.of(
                                "name", "Kvarnby par",
                                "erp_id", "501",
                                "erp_status", "synced")));
        List<String> registrations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String registration = "559077-000" + i;
            registrations.add(registration);
            customers.add(
                    sides.seedInErp(
                            Map.of(
                                    "CustomerNumber",
                                    "60" + i,
                                    "Name",
                                    "Kvarnby ensam " + i,
                                    "OrganisationNumber",
                                    registration)));
        }
        return registrations;
    }

    /** Writes the connection files. */
    public void connect() throws IOException {
        for (Seat seat : seats) {
            stack.connect(seat.branch().pair());
        }
    }

    public void disconnect() throws IOException {
        for (Seat seat : seats) {
            stack.disconnect(seat.branch().pair());
        }
    }

    public List<Sides> sides() {
        return seats.stream().map(Seat::sides).toList();
    }

    /** Waits until each connection follows: its first record is answered. */
    public void awaitFirst() {
        for (Seat seat : seats) {
            stack.awaitLive(seat.branch().pair());
            seat.office().first();
        }
        Awaitility.await("the first record of every connection")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> seats.stream().allMatch(seat -> seat.office().firstIsAnswered()));
    }

    /** Lets everybody work; returns when they have done so many things each. */
    public void run(int actions) throws InterruptedException {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Seat seat : seats) {
                all.add(
                        people.submit(
                                () -> {
                                    seat.office().work(actions);
                                    return null;
                                }));
                if (seat.branch().isStopped()) {
                    all.add(people.submit(() -> stopped(seat.branch())));
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Object stopped(Branch branch) throws InterruptedException {
        Faults faults = stack.faults();
        String id =
                faults.add(
                        "fortnox",
                        branch.pair().tenant(),
                        "status",
                        Map.of("status", 503, "probability", 1));
        Instant from = Instant.now();
        Thread.sleep(STOPPED_FOR);
        faults.remove(id);
        stop = new Stop(from, Instant.now());
        return id;
    }

    /** What is to be seen of every connection now. */
    public List<Evidence> evidence() {
        return seats.stream()
                .map(
                        seat ->
                                Witness.of(
                                        seat.sides(),
                                        seat.branch().isStopped() ? stop : null,
                                        seat.branch().mapping(),
                                        seat.office().expected(),
                                        seat.cards(),
                                        seat.customers()))
                .toList();
    }

    /** A seed that was given, or a new one. */
    public static long seed() {
        String given = System.getProperty("workload.seed", "");
        long seed =
                given.isEmpty()
                        ? RandomGenerator.getDefault().nextLong(1, 1_000_000)
                        : Long.parseLong(given);
        System.out.println("workload.seed=" + seed);
        return seed;
    }
}

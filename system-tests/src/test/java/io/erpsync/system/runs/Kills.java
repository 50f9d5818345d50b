package io.erpsync.system.runs;

import io.erpsync.system.Directions;
import io.erpsync.system.Pair;
import io.erpsync.system.Sides;
import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Restart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * Kills every service once, in a random order and at random moments, up to three at a time, and
 * starts it again. After each restart an edit is made on either side that every service has a part
 * in, in connections where nobody else works, so that it waits for nothing but the restart.
 */
final class Kills implements Disturbance {

    private static final int AT_ONCE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final SystemStack stack;
    private final Random random;
    private final Canary fromLime;
    private final Canary fromErp;
    private final List<Restart> restarts = Collections.synchronizedList(new ArrayList<>());
    private Duration usual = Duration.ZERO;
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    /**
     * @param tenant a number that is free, as is the next
     */
    Kills(long seed, SystemStack stack, int tenant) throws IOException {
        this.stack = stack;
        this.random = new Random(seed);
        this.fromLime = canary(Pair.of("from-lime-" + tenant, "" + tenant, Directions.STANDARD));
        this.fromErp =
                canary(
                        Pair.of(
                                "from-erp-" + tenant,
                                "" + (tenant + 1),
                                Directions.CREATED_IN_LIME_KEPT_BY_ERP));
    }

    private Canary canary(Pair pair) throws IOException {
        stack.furnish(pair);
        stack.connect(pair);
        return new Canary(stack.sides(pair));
    }

    @Override
    public void begin() {
        stack.awaitPolled(fromLime.sides.pair());
        stack.awaitPolled(fromErp.sides.pair());
        fromLime.settle();
        fromErp.settle();
        usual = worked();
        done = CompletableFuture.runAsync(this::killAll);
    }

    private void killAll() {
        List<String> names = new ArrayList<>(stack.names());
        Collections.shuffle(names, random);
        for (int i = 0; i < names.size(); i += AT_ONCE) {
            List<String> some = names.subList(i, Math.min(names.size(), i + AT_ONCE));
            Map<String, Instant> killed = new HashMap<>();
            for (String name : some) {
                pause(800);
                stack.kill(name);
                killed.put(name, Instant.now());
            }
            for (String name : some) {
                pause(300);
                stack.start(name);
            }
            some.forEach(stack::awaitReady);
            Duration worked = worked();
            killed.forEach((name, at) -> restarts.add(new Restart(name, at, worked, usual)));
            System.out.printf(
                    Locale.ROOT,
                    "killed and started again: %s; an edit arrived %.1f s after ready, usual %.1f s%n",
                    String.join(", ", some),
                    worked.toMillis() / 1e3,
                    usual.toMillis() / 1e3);
        }
    }

    private Duration worked() {
        long ready = System.nanoTime();
        String value = "+46 70-55" + random.nextInt(1_000_000);
        fromLime.editInLime(value);
        fromErp.editInErp(value);
        Awaitility.await("edits to arrive after a restart")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> fromLime.isInErp(value) && fromErp.isInLime(value));
        return Duration.ofNanos(System.nanoTime() - ready);
    }

    private void pause(int most) {
        try {
            Thread.sleep(random.nextInt(most));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Aftermath end() throws IOException {
        done.join();
        stack.disconnect(fromLime.sides.pair());
        stack.disconnect(fromErp.sides.pair());
        return new Aftermath(restarts, 0);
    }

    /** The one card of a connection. */
    private static final class Canary {

        private final Sides sides;
        private String id = "";
        private String number = "";

        Canary(Sides sides) {
            this.sides = sides;
        }

        void settle() {
            id = sides.createInLime(Map.of("name", "Kvarnby kanarie AB"));
            sides.press(id);
            Awaitility.await("the first card of " + sides.pair().name())
                    .atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> sides.status(id).equals("synced"));
            number = sides.number(id);
        }

        void editInLime(String phone) {
            sides.editInLime(id, Map.of("phone", phone));
        }

        void editInErp(String phone) {
            sides.editInErp(number, Map.of("Phone1", phone));
        }

        boolean isInErp(String phone) {
            return sides.inErp(number).path("Phone1").asString("").equals(phone);
        }

        boolean isInLime(String phone) {
            return sides.inLime(id).path("phone").asString("").equals(phone);
        }
    }
}

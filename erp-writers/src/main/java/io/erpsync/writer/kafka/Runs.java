package io.erpsync.writer.kafka;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.writer.execute.Answered;
import io.erpsync.writer.execute.Executor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Commands that are being carried out, each in a virtual thread. */
final class Runs {

    /** One command and its answer. */
    record Ended(Delivery delivery, Answered answered) {}

    private final Executor executor;
    private final InstantSource clock;
    private final Map<Delivery, Thread> running = new HashMap<>();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    Runs(Executor executor, InstantSource clock) {
        this.executor = executor;
        this.clock = clock;
    }

    void start(Delivery delivery) {
        Thread thread =
                Thread.ofVirtual()
                        .name("command-" + delivery.command().id())
                        .unstarted(() -> run(delivery));
        running.put(delivery, thread);
        thread.start();
    }

    private void run(Delivery delivery) {
        Instant began = clock.instant();
        Answered answered = null;
        try {
            answered = executor.execute(delivery.command(), delivery.again());
        } finally {
            // Whatever broke, the command ends; the thread's own handler has the rest.
            ended.add(new Ended(delivery, answered == null ? broken(delivery, began) : answered));
        }
    }

    private Answered broken(Delivery delivery, Instant began) {
        @Nullable Instant attempted = delivery.command().task().writes() ? began : null;
        Outcome outcome =
                attempted != null
                        ? new Outcome.Unknown("a fault in erpsync")
                        : new Outcome.Unavailable(
                                Reason.UNEXPECTED_ANSWER, null, "a fault in erpsync");
        return new Answered(outcome, attempted, clock.instant());
    }

    /** Those that ended since the last call. */
    List<Ended> collect() {
        List<Ended> collected = new ArrayList<>();
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            running.remove(next.delivery());
            collected.add(next);
        }
        return collected;
    }

    /** Interrupts those; they end all the same, and nobody publishes their answers. */
    void cancel(Predicate<Delivery> unwanted) {
        running.forEach(
                (delivery, thread) -> {
                    if (unwanted.test(delivery)) {
                        thread.interrupt();
                    }
                });
    }

    int running() {
        return running.size();
    }
}

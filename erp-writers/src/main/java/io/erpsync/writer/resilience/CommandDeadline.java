package io.erpsync.writer.resilience;

import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.writer.execute.Command;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends every command in time, with one time limiter for each connection. What is late is
 * interrupted, and then says itself whether anything was sent: a connector that still waits at its
 * gate has sent nothing.
 */
public final class CommandDeadline implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(CommandDeadline.class);

    /** How long an interrupted call may take to say how far it came. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final TimeLimiterRegistry limiters;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public CommandDeadline(Duration deadline) {
        this.deadline = deadline;
        this.limiters =
                TimeLimiterRegistry.of(
                        TimeLimiterConfig.custom()
                                .timeoutDuration(deadline)
                                .cancelRunningFuture(true)
                                .build());
    }

    /** The time limiters, to be measured. */
    public TimeLimiterRegistry registry() {
        return limiters;
    }

    /** The outcome of {@code request}, or what is known of it at the deadline. Never throws. */
    public Outcome call(Command command, Supplier<Outcome> request) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        Future<?> running = threads.submit(() -> answer.complete(guarded(command, request)));
        try {
            limiters.timeLimiter(command.connection().value()).executeFutureSupplier(() -> running);
            return answer.join();
        } catch (TimeoutException late) {
            return lastWords(command, answer);
        } catch (InterruptedException stopped) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return nothingKnown(command, "interrupted");
        } catch (Exception broken) {
            // Only an Error can have ended the call: what it did before is not known.
            throw new IllegalStateException(broken);
        }
    }

    private Outcome lastWords(Command command, CompletableFuture<Outcome> answer) {
        try {
            Outcome outcome = answer.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            return outcome instanceof Outcome.Unavailable(_, _, String words)
                    ? new Outcome.Unavailable(
                            Reason.RATE_LIMITED, null, "not sent within " + deadline + ": " + words)
                    : outcome;
        } catch (TimeoutException | ExecutionException silent) {
            return nothingKnown(command, "no answer within " + deadline);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return nothingKnown(command, "interrupted");
        }
    }

    private static Outcome guarded(Command command, Supplier<Outcome> request) {
        try {
            return request.get();
        } catch (RuntimeException broken) {
            // A connector promises not to throw. When it does all the same, the command must still
            // end in a result, or its object would wait for ever; so here, and only here, every
            // exception is caught. Its message may hold what was sent, and is not told.
            LOGGER.atError()
                    .addKeyValue("commandId", command.id())
                    .addKeyValue("connection", command.connection())
                    .addKeyValue("action", command.task().action())
                    .addKeyValue("fault", broken.getClass().getName())
                    .addKeyValue("at", place(broken))
                    .log("A connector threw an exception; this is a fault in erpsync.");
            String words = "a fault in erpsync: " + broken.getClass().getSimpleName();
            return command.task().writes()
                    ? new Outcome.Unknown(words)
                    : new Outcome.Unavailable(Reason.UNEXPECTED_ANSWER, null, words);
        }
    }

    private static String place(RuntimeException broken) {
        StackTraceElement[] stack = broken.getStackTrace();
        return stack.length == 0 ? "?" : stack[0].toString();
    }

    private static Outcome nothingKnown(Command command, String words) {
        return command.task().writes()
                ? new Outcome.Unknown(words)
                : new Outcome.Unavailable(Reason.TARGET_UNAVAILABLE, null, words);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.erpsync.writer.resilience;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.Task;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One circuit breaker for each connection: after many requests that the target did not answer, the
 * next ones are answered at once and nothing is sent for a while. Safe for several threads.
 */
public final class Breakers {

    private final CircuitBreakerRegistry registry;
    private final Duration pause;
    private final Clock clock;
    private final Map<String, Instant> openedAt = new ConcurrentHashMap<>();

    /**
     * @param pause how long nothing is sent
     */
    public Breakers(Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
        this.registry =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(10)
                                .failureRateThreshold(50)
                                .permittedNumberOfCallsInHalfOpenState(3)
                                .waitDurationInOpenState(pause)
                                // Without it, trial calls that never end keep it half open.
                                .maxWaitDurationInHalfOpenState(Duration.ofMinutes(2))
                                .clock(clock)
                                .build());
    }

    /** The breakers, to be measured. */
    public CircuitBreakerRegistry registry() {
        return registry;
    }

    /**
     * What {@code request} answers, or that the target is unavailable and when to come back.
     *
     * @param counts whether the outcome says anything of the target: a look after an interrupted
     *     attempt says little
     */
    public Outcome call(Command command, boolean counts, Supplier<Outcome> request) {
        CircuitBreaker breaker = breaker(command.connection());
        boolean permitted = breaker.tryAcquirePermission();
        boolean probes =
                command.task() instanceof Task.Probe
                        && breaker.getState() == CircuitBreaker.State.HALF_OPEN;
        if (!permitted && !probes) {
            return new Outcome.Unavailable(
                    Reason.TARGET_UNAVAILABLE,
                    left(breaker.getName()),
                    "the system failed too often; nothing is sent for a while");
        }
        return recorded(breaker, permitted, counts, request);
    }

    private Outcome recorded(
            CircuitBreaker breaker, boolean permitted, boolean counts, Supplier<Outcome> request) {
        long start = breaker.getCurrentTimestamp();
        boolean told = false;
        try {
            Outcome outcome = request.get();
            told = tell(breaker, counts, outcome, breaker.getCurrentTimestamp() - start);
            return outcome;
        } finally {
            if (!told && permitted) {
                breaker.releasePermission();
            }
        }
    }

    /** Whether the breaker was told. */
    private static boolean tell(
            CircuitBreaker breaker, boolean counts, Outcome outcome, long nanos) {
        boolean silent = isSilent(outcome);
        if (silent ? !counts : outcome instanceof Outcome.Unavailable) {
            return false;
        }
        if (silent) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new TargetSilent());
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
        return true;
    }

    private static boolean isSilent(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown _ -> true;
            case Outcome.Unavailable(Reason reason, _, _) -> reason == Reason.TARGET_UNAVAILABLE;
            case Outcome.Applied _, Outcome.Absent _, Outcome.Refused _, Outcome.Conflict _ ->
                    false;
        };
    }

    private CircuitBreaker breaker(ConnectionName connection) {
        return registry.find(connection.value()).orElseGet(() -> made(connection.value()));
    }

    private synchronized CircuitBreaker made(String name) {
        return registry.find(name)
                .orElseGet(
                        () -> {
                            CircuitBreaker breaker = registry.circuitBreaker(name);
                            breaker.getEventPublisher()
                                    .onStateTransition(
                                            event -> {
                                                if (event.getStateTransition().getToState()
                                                        == CircuitBreaker.State.OPEN) {
                                                    openedAt.put(name, clock.instant());
                                                }
                                            });
                            return breaker;
                        });
    }

    private Duration left(String name) {
        Instant now = clock.instant();
        Duration left = pause.minus(Duration.between(openedAt.getOrDefault(name, now), now));
        return left.isPositive() ? left : Duration.ofSeconds(1);
    }

    /** What the breaker counts; never thrown. */
    private static final class TargetSilent extends RuntimeException {

        private TargetSilent() {
            super("no answer", null, false, false);
        }
    }
}

package io.erpsync.sync.meter;

import io.erpsync.sync.core.model.Account;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;

/** What the engine counts. Safe for the threads of many tasks. */
public final class EngineMeters {

    /** The source of a decision that no record but the passing of time brought. */
    public static final String TIME = "time";

    private static final String EVENTS = "erpsync.engine.events";
    private static final String ENDS = "erpsync.engine.ends";
    private static final String COMMANDS = "erpsync.engine.commands";
    private static final String DECISION = "erpsync.engine.decision";

    private final MeterRegistry registry;
    private final StandingGauges gauges;

    public EngineMeters(MeterRegistry registry) {
        this.registry = registry;
        this.gauges = new StandingGauges(registry);
    }

    /** Begins the account of one record of {@code topic}. */
    public Reckoning read(String topic) {
        registry.counter(EVENTS, "topic", topic).increment();
        return new Reckoning(this, topic, Timer.start(registry));
    }

    /** Counts one event that has come to its end. */
    public void ended(String topic, Account.Kind end, Enum<?> reason) {
        registry.counter(ENDS, "topic", topic, "end", word(end), "reason", word(reason))
                .increment();
    }

    void took(String topic, Timer.Sample sample) {
        sample.stop(
                Timer.builder(DECISION)
                        .description("From reading a record until all that it led to is sent.")
                        .tag("topic", topic)
                        .publishPercentileHistogram()
                        .register(registry));
    }

    /** Counts one command that was let go to {@code target}. */
    public void commanded(String target, Enum<?> action) {
        registry.counter(COMMANDS, "target", target, "action", word(action)).increment();
    }

    /** Shows how the connections of one task stand now, in place of what was shown of it before. */
    public void show(String task, List<Standing> standings) {
        gauges.show(task, standings);
    }

    /** The task runs elsewhere now, or nowhere. */
    public void forget(String task) {
        gauges.show(task, List.of());
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

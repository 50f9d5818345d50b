package io.erpsync.sync.meter;

import io.erpsync.sync.core.model.Account;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The account of one record that was read. It may be decided on for several links, and still ends
 * once: as the weightiest of what became of it, so that what was read adds up with what ended.
 */
public final class Reckoning {

    private final EngineMeters meters;
    private final String topic;
    private final Timer.Sample sample;
    private Account.@Nullable Kind end;
    private @Nullable Enum<?> reason;

    Reckoning(EngineMeters meters, String topic, Timer.Sample sample) {
        this.meters = meters;
        this.topic = topic;
        this.sample = sample;
    }

    /** The record was decided on once. */
    public void decided(Account.Kind kind, Enum<?> why) {
        if (end == null || weight(kind) > weight(end)) {
            end = kind;
            reason = why;
        }
    }

    /** All that the record led to is sent. */
    public void closed() {
        Account.Kind kind = end;
        Enum<?> why = reason;
        if (kind != null && why != null) {
            meters.ended(topic, kind, why);
        }
        meters.took(topic, sample);
    }

    private static int weight(Account.Kind kind) {
        return switch (kind) {
            case SKIP -> 0;
            case HOLD -> 1;
            case COMMAND -> 2;
            case DEAD_LETTER -> 3;
        };
    }
}

package io.erpsync.sandbox.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be set wrong on request, as the clocks of two systems never agree. */
public final class ShiftableClock extends Clock {

    private final Clock base;
    private volatile Duration shift = Duration.ZERO;

    public ShiftableClock(Clock base) {
        this.base = base;
    }

    /**
     * From now on this clock is ahead of the true one by {@code newShift}, which may be negative.
     */
    public void shiftBy(Duration newShift) {
        shift = newShift;
    }

    public Duration shift() {
        return shift;
    }

    /** The true time, however wrong the clock is set: what is counted by it is never disturbed. */
    public Instant trueInstant() {
        return base.instant();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(base.withZone(zone), shift);
    }
}

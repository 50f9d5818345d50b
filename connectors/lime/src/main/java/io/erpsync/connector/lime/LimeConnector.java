package io.erpsync.connector.lime;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.Capabilities;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Lime CRM. What is particular to it:
 *
 * <ul>
 *   <li>A record's {@code asOf} is its {@code _timestamp}: the time of its last save on Lime's
 *       clock, not the time of the read. Two states with equal {@code asOf} are the same state to
 *       within Lime's resolution of 1/300 second. In the repeated hour of autumn it can be an hour
 *       early, never late.
 *   <li>Lime has no place for our link id, so {@code CreateRequest.key} is not stored; a repeated
 *       create finds the record by the ERP's number in the {@code number-property}.
 *   <li>An option is its key; its text stands beside it in a field {@code <name>.text}, which is
 *       read only. The key {@code empty} is no value.
 *   <li>Lime has no conditional write: the last write wins.
 *   <li>The answer to a write carries the record's own properties but no fields over a relation
 *       such as {@code coworker.email}; those come from reads and feeds.
 * </ul>
 */
public final class LimeConnector implements Connector {

    /** A cloud application allows 3,000 requests in five minutes from one address. */
    private static final Capabilities CAPABILITIES =
            new Capabilities(
                    Capabilities.Clearing.EMPTIES, false, Duration.ofSeconds(60), false, 10);

    private final Clock clock;

    public LimeConnector() {
        this(Clock.systemUTC());
    }

    /** With a clock of one's own, which only the clock skew of an identity is measured against. */
    public LimeConnector(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SystemName system() {
        return SystemName.LIME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String entityOf(ObjectType type) {
        return switch (type) {
            case CUSTOMER -> "company";
        };
    }

    @Override
    public Set<Feed> feeds() {
        return EnumSet.allOf(Feed.class);
    }

    @Override
    public Cursor changesFrom(Instant moment) {
        return LimePosition.from(moment).cursor();
    }

    @Override
    public ConnectedSystem open(AccessSettings settings, RequestGate gate) {
        LimeSettings lime = LimeSettings.of(settings);
        return new LimeSystem(this, lime, new LimeHttp(lime, gate), clock);
    }
}

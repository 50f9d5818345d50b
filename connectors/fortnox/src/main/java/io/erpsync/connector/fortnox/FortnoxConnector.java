package io.erpsync.connector.fortnox;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.Capabilities;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Fortnox, version 3 of its REST interface, for customers. The settings are listed in this module's
 * README.
 *
 * <p>What this connector promises of {@code asOf}: that of a record which was read lies at or
 * before the moment of the state, that of a record which a write answered lies at or after it; both
 * are on Fortnox's clock.
 */
public final class FortnoxConnector implements Connector {

    static final SystemName SYSTEM = new SystemName("fortnox");

    /** Fortnox's word for {@link ObjectType#CUSTOMER}. */
    static final String CUSTOMER = "customer";

    static final Duration SETTLE_TIME = Duration.ofSeconds(60);

    // 25 requests in any 5 seconds, for one client and tenant together.
    private static final int REQUESTS_PER_SECOND = 5;

    private final InstantSource clock;

    public FortnoxConnector() {
        this(InstantSource.system());
    }

    FortnoxConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SystemName system() {
        return SYSTEM;
    }

    /**
     * With the setting {@code clear-empty} a connection empties text fields; without it, which is
     * what this says, an empty value leaves the field as it was.
     */
    @Override
    public Capabilities capabilities() {
        return new Capabilities(Clearing.IGNORED, true, SETTLE_TIME, false, REQUESTS_PER_SECOND);
    }

    @Override
    public Capabilities capabilities(AccessSettings settings) {
        FortnoxSettings read = FortnoxSettings.read(settings);
        Clearing clear = read.clearEmpty() ? Clearing.EMPTIES : Clearing.IGNORED;
        return new Capabilities(clear, true, read.settleTime(), false, REQUESTS_PER_SECOND);
    }

    @Override
    public String entityOf(ObjectType type) {
        return switch (type) {
            case CUSTOMER -> CUSTOMER;
        };
    }

    @Override
    public Set<Feed> feeds() {
        return Set.of(Feed.CHANGES, Feed.INDEX);
    }

    @Override
    public Cursor changesFrom(Instant moment) {
        return FeedPosition.live(moment).cursor();
    }

    @Override
    public ConnectedSystem open(AccessSettings settings, RequestGate gate) {
        return FortnoxSystem.open(FortnoxSettings.read(settings), gate, clock);
    }
}

package io.erpsync.connector;

import io.erpsync.model.Capabilities;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import java.time.Instant;
import java.util.Set;

/** One kind of outside system. Stateless; safe for use by many threads. */
public interface Connector {

    SystemName system();

    /**
     * What this system can do at its published limits, before a connection's settings narrow it.
     */
    Capabilities capabilities();

    /** What this system can do for a connection with those settings. */
    default Capabilities capabilities(AccessSettings settings) {
        return capabilities();
    }

    /**
     * The object types that it has, and what it calls each: {@code company}, {@code customer}, ...
     */
    String entityOf(ObjectType type);

    /** The feeds it can be polled for; a service polls no other. */
    Set<Feed> feeds();

    /**
     * Where {@link Feed#CHANGES} begins so that it brings whatever changed at or after {@code
     * moment}: for a feed whose own cursor is lost. The system's clock is not asked, so the moment
     * must lie earlier than it need by more than the clocks may differ.
     */
    Cursor changesFrom(Instant moment);

    /**
     * Opens one connection. Sends nothing: a wrong key or a dead host shows at the first call.
     *
     * @param gate asked for a permit before every single request
     * @throws SettingsFault when a setting is missing or unreadable, naming its key
     */
    ConnectedSystem open(AccessSettings settings, RequestGate gate);
}

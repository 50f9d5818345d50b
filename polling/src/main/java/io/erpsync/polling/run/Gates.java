package io.erpsync.polling.run;

import io.erpsync.connector.RequestGate;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.SystemName;

/** Which gate the requests of a connection go through. */
public interface Gates {

    /** The same gate for the same connection, however often it is opened. */
    RequestGate of(SystemName system, ConnectionName connection);
}

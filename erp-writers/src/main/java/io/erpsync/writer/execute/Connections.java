package io.erpsync.writer.execute;

import io.erpsync.connection.rules.Connection;
import io.erpsync.model.ConnectionName;
import org.jspecify.annotations.Nullable;

/** The connections under their newest rules. */
@FunctionalInterface
public interface Connections {

    /** The connection of that name; null when there is none that can be worked with. */
    @Nullable Connection find(ConnectionName name);
}

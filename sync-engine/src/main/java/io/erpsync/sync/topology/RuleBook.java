package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Connection;
import io.erpsync.model.ConnectionName;
import org.jspecify.annotations.Nullable;

/**
 * The rules of every connection as they are at the moment; null for one that is unknown or
 * unreadable. Never blocks.
 */
@FunctionalInterface
public interface RuleBook {

    @Nullable Connection connection(ConnectionName name);
}

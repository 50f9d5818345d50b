package io.erpsync.polling.run;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.polling.kafka.StoredCursor;
import io.erpsync.polling.plan.PolledFeeds;
import io.erpsync.polling.plan.Progress;
import io.erpsync.polling.plan.Source;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One side of one connection, opened, and its system's words for things. */
record Work(
        Connection connection,
        AccessSettings access,
        Side side,
        Connector connector,
        ConnectedSystem system) {

    ConnectionName name() {
        return connection.name();
    }

    String entityOf(ObjectType type) {
        return connector.entityOf(type);
    }

    RecordReference reference(ObjectType type, String id) {
        return new RecordReference(connector.system(), entityOf(type), id);
    }

    StoredCursor cursor(Source source, Progress progress) {
        return new StoredCursor(
                name(), connector.system(), entityOf(source.type()), source.feed(), progress);
    }

    Set<String> fields(ObjectType type) {
        ObjectRules rules = connection.rules(type);
        return rules == null ? Set.of() : PolledFeeds.fields(side, rules);
    }

    /** Null for what this side of the connection does not keep in step. */
    @Nullable ObjectType typeOf(RecordReference reference) {
        if (!reference.system().equals(connector.system())) {
            return null;
        }
        return connection.objects().keySet().stream()
                .filter(type -> entityOf(type).equals(reference.type()))
                .findFirst()
                .orElse(null);
    }
}

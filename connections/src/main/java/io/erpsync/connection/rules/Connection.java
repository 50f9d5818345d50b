package io.erpsync.connection.rules;

import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.SystemName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection: a Lime application paired with one company in one ERP.
 *
 * @param only when not empty, these records alone are kept in step (a pilot)
 * @param rulesVersion changes whenever anything that a decision rests on changes; stands in each
 *     history entry
 */
public record Connection(
        ConnectionName name,
        Mode mode,
        Access lime,
        Access erp,
        Polling polling,
        Language language,
        Brake brake,
        Set<RecordReference> only,
        Map<ObjectType, ObjectRules> objects,
        String rulesVersion) {

    public Connection {
        only = Set.copyOf(only);
        objects =
                objects.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(objects));
    }

    /** The rules of that type; null where the connection does not keep it in step. */
    public @Nullable ObjectRules rules(ObjectType type) {
        return objects.get(type);
    }

    public SystemName erpSystem() {
        return erp.system();
    }
}

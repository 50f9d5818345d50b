package io.erpsync.sync.topology;

import io.erpsync.connection.check.MappingCheck;
import io.erpsync.connection.check.Severity;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import io.erpsync.sync.store.EngineStores;
import io.erpsync.sync.store.SystemEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scene of each connection, made anew when its rules or what either side says of itself has
 * changed.
 */
final class Scenes {

    private final EngineStores stores;
    private final RuleBook rules;
    private final Map<ConnectionName, Made> made = new HashMap<>();

    Scenes(EngineStores stores, RuleBook rules) {
        this.stores = stores;
        this.rules = rules;
    }

    /** A scene and what it was made of. */
    private record Made(
            Connection connection,
            @Nullable SystemEntry lime,
            @Nullable SystemEntry erp,
            @Nullable Scene scene) {}

    /** The scene, or null where the connection is unknown or does not keep that type in step. */
    @Nullable Scene of(ConnectionName name, ObjectType type) {
        Connection connection = rules.connection(name);
        if (connection == null) {
            return null;
        }
        SystemEntry lime = stores.catalogues().get(name, Side.LIME);
        SystemEntry erp = stores.catalogues().get(name, Side.ERP);
        Made known = made.get(name);
        if (known != null
                && known.connection().rulesVersion().equals(connection.rulesVersion())
                && Objects.equals(known.lime(), lime)
                && Objects.equals(known.erp(), erp)) {
            return known.scene();
        }
        ObjectRules object = connection.rules(type);
        Scene scene = object == null ? null : scene(connection, object, lime, erp);
        made.put(name, new Made(connection, lime, erp, scene));
        return scene;
    }

    private Scene scene(
            Connection connection,
            ObjectRules object,
            @Nullable SystemEntry lime,
            @Nullable SystemEntry erp) {
        return Scene.of(
                connection, object, lime, erp, faults(connection, object, lime, erp), stores);
    }

    private static String faults(
            Connection connection,
            ObjectRules object,
            @Nullable SystemEntry lime,
            @Nullable SystemEntry erp) {
        if (lime == null || erp == null) {
            return "";
        }
        return MappingCheck.check(object, lime.fields(), erp.fields()).stream()
                .filter(fault -> fault.severity() == Severity.FAULT)
                .map(fault -> fault.sentence(connection.name(), ObjectType.CUSTOMER))
                .collect(Collectors.joining(" "));
    }
}

package io.erpsync.connection.secret;

import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.yaml.Faults;
import io.erpsync.model.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the settings with which one side of a connection is opened: its section, its secrets, and
 * for an ERP the app's credentials. Only the secrets of the side that is asked for are looked for.
 * Reads files at each call; never throws for what they hold, and never names a value.
 */
public final class AccessResolver {

    private final Secrets secrets;
    private final AppCredentials credentials;

    public AccessResolver(Secrets secrets, AppCredentials credentials) {
        this.secrets = secrets;
        this.credentials = credentials;
    }

    /** The settings of that side as they are now. */
    public ResolvedAccess resolve(Connection connection, Side side) {
        Access access = side == Side.LIME ? connection.lime() : connection.erp();
        String section = side == Side.LIME ? "lime" : "erp";
        Faults faults = new Faults(AppCredentials.FILE);
        faults.of(connection.name().value());
        Map<String, String> settings = new LinkedHashMap<>();
        if (side == Side.ERP) {
            settings.putAll(credentials.of(access.system(), faults));
        }
        settings.putAll(access.settings());
        List<ConnectionFault> found = new ArrayList<>(faults.found());
        if (side == Side.ERP) {
            found.addAll(lacking(connection, access, settings));
        }
        Map<String, String> filled = new LinkedHashMap<>();
        settings.forEach(
                (key, value) -> {
                    List<String> missing = new ArrayList<>();
                    filled.put(key, secrets.fill(value, missing));
                    missing.forEach(
                            name -> found.add(fault(connection, section + "." + key, unset(name))));
                });
        return new ResolvedAccess(filled, found);
    }

    private static List<ConnectionFault> lacking(
            Connection connection, Access access, Map<String, String> settings) {
        return AppCredentials.keys(access.system()).stream()
                .filter(key -> !settings.containsKey(key))
                .map(
                        key ->
                                fault(
                                        connection,
                                        "erp." + key,
                                        "is missing: set the environment variable "
                                                + AppCredentials.variable(access.system(), key)
                                                + ", or '"
                                                + key
                                                + "' under '"
                                                + access.system()
                                                + "' in "
                                                + AppCredentials.FILE))
                .toList();
    }

    private static String unset(String name) {
        return "refers to ${"
                + name
                + "}, which is neither a file in the secrets folder nor an environment variable,"
                + " or is empty";
    }

    private static ConnectionFault fault(Connection connection, String key, String message) {
        return new ConnectionFault(connection.name().value(), "", key, "", message);
    }
}

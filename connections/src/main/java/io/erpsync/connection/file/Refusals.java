package io.erpsync.connection.file;

import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.model.ConnectionName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What cannot stand beside each other in one folder. Every connection of such a pair is refused,
 * for nothing says which one was meant.
 */
final class Refusals {

    private final List<ConnectionFault> faults = new ArrayList<>();
    private final Set<ConnectionFile> refused = new HashSet<>();

    Refusals(Collection<ConnectionFile> files) {
        refuse(
                files,
                Connection::name,
                "connection",
                "is the name of more than one connection, in %s; each needs a name of its own");
        refuse(
                files,
                Refusals::tenant,
                "erp.tenant",
                "is the ERP tenant of more than one connection, in %s; a tenant belongs to one"
                        + " connection, also while that is off");
    }

    List<ConnectionFault> faults() {
        return faults;
    }

    boolean spare(ConnectionFile file) {
        return !refused.contains(file);
    }

    private <K extends Comparable<K>> void refuse(
            Collection<ConnectionFile> files,
            Function<Connection, K> claim,
            String key,
            String message) {
        Map<K, List<ConnectionFile>> claims = new TreeMap<>();
        for (ConnectionFile file : files) {
            Connection connection = file.connection();
            if (connection != null) {
                claims.computeIfAbsent(claim.apply(connection), _ -> new ArrayList<>()).add(file);
            }
        }
        claims.values().stream()
                .filter(claimants -> claimants.size() > 1)
                .forEach(claimants -> claimants.forEach(one -> add(one, claimants, key, message)));
    }

    private void add(
            ConnectionFile file, List<ConnectionFile> claimants, String key, String message) {
        Connection connection = file.connection();
        if (connection == null) {
            return;
        }
        ConnectionName name = connection.name();
        String value =
                key.equals("connection")
                        ? name.value()
                        : connection.erp().settings().getOrDefault("tenant", "");
        List<String> where =
                claimants.stream().map(one -> one.path().getFileName().toString()).toList();
        refused.add(file);
        faults.add(
                new ConnectionFault(
                        name.value(),
                        file.path().getFileName().toString(),
                        key,
                        value,
                        message.formatted(String.join(" and ", where))));
    }

    private static String tenant(Connection connection) {
        Access erp = connection.erp();
        String tenant = erp.settings().get("tenant");
        // A connection without a tenant claims none: its name keeps it apart from all others.
        String claim = tenant == null ? "connection " + connection.name() : tenant.strip();
        return erp.system() + "/" + claim.toLowerCase(Locale.ROOT);
    }
}

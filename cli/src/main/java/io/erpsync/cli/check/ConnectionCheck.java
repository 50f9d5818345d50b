package io.erpsync.cli.check;

import io.erpsync.cli.settings.CannotRun;
import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.file.ConnectionSet;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.AppCredentials;
import io.erpsync.connection.secret.Secrets;
import io.erpsync.connector.Connector;
import io.erpsync.connector.fortnox.FortnoxConnector;
import io.erpsync.connector.lime.LimeConnector;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a connection from its file to the fields of both systems. Sends reads alone; blocks
 * until both systems answered or their time-outs passed.
 */
public final class ConnectionCheck {

    private final Path folder;
    private final AccessResolver access;

    private ConnectionCheck(Path folder, AccessResolver access) {
        this.folder = folder;
        this.access = access;
    }

    /** Secrets come from their folder where there is one, otherwise from the environment. */
    public static ConnectionCheck in(
            Path connections, @Nullable Path secrets, Map<String, String> environment) {
        return new ConnectionCheck(
                connections,
                new AccessResolver(
                        new Secrets(secrets, environment),
                        new AppCredentials(secrets, environment)));
    }

    /** What was found, in the order it was looked at; {@link CannotRun} for an unknown name. */
    public List<CheckLine> check(ConnectionName name) {
        ConnectionSet set = ConnectionFolder.open(folder).snapshot();
        Connection connection = set.connection(name);
        List<ConnectionFault> faults = set.faults(name);
        if (connection == null && faults.isEmpty()) {
            throw unknown(name, set);
        }
        List<CheckLine> lines = new ArrayList<>();
        faults.forEach(fault -> lines.add(CheckLine.fault("file", told(fault), "correct it")));
        set.warnings().stream()
                .filter(warning -> warning.connection().equals(name.value()))
                .forEach(
                        warning ->
                                lines.add(
                                        CheckLine.warning(
                                                "file", told(warning), "see that it is meant so")));
        if (connection != null) {
            if (faults.isEmpty()) {
                lines.add(CheckLine.ok("file", "read, mode " + word(connection)));
            }
            sides(connection, lines);
        }
        return lines;
    }

    private void sides(Connection connection, List<CheckLine> lines) {
        var lime = new SideCheck(Side.LIME, new LimeConnector(), access, lines).look(connection);
        Connector erp = new FortnoxConnector();
        if (!erp.system().equals(connection.erpSystem())) {
            lines.add(
                    CheckLine.fault(
                            "erp",
                            "system " + connection.erpSystem() + " has no connector here",
                            "set erp.system to " + erp.system()));
            return;
        }
        var other = new SideCheck(Side.ERP, erp, access, lines).look(connection);
        connection
                .objects()
                .forEach(
                        (type, rules) ->
                                mapping(type, rules, lime.get(type), other.get(type), lines));
    }

    private static void mapping(
            ObjectType type,
            ObjectRules rules,
            @Nullable FieldCatalogue lime,
            @Nullable FieldCatalogue erp,
            List<CheckLine> lines) {
        String subject = type.word() + " mapping";
        if (lime == null || erp == null) {
            lines.add(
                    CheckLine.warning(
                            subject,
                            "not compared, as the fields of a side are not known",
                            "put right what stands above and check again"));
            return;
        }
        lines.addAll(new MappingLines(type, rules, lime, erp).all());
    }

    private CannotRun unknown(ConnectionName name, ConnectionSet set) {
        List<String> others =
                set.faults().stream().map(ConnectionFault::sentence).distinct().toList();
        return CannotRun.usage(
                "there is no connection '"
                        + name
                        + "' in "
                        + folder
                        + "; there are: "
                        + set.connections().keySet()
                        + (others.isEmpty() ? "" : "; and faults: " + String.join("; ", others)));
    }

    private static String told(ConnectionFault fault) {
        String value = fault.value().isEmpty() ? "" : "'" + fault.value() + "': ";
        return (fault.key() + " " + value + fault.message()).strip();
    }

    private static String word(Connection connection) {
        return connection.mode().name().toLowerCase(java.util.Locale.ROOT);
    }
}

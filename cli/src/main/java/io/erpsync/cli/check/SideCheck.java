package io.erpsync.cli.check;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.secret.AccessResolver;
import io.erpsync.connection.secret.ResolvedAccess;
import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Connector;
import io.erpsync.connector.Identity;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Looks at one side of a connection through its connector. */
final class SideCheck {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);

    private final Side side;
    private final Connector connector;
    private final AccessResolver access;
    private final List<CheckLine> lines;

    SideCheck(Side side, Connector connector, AccessResolver access, List<CheckLine> lines) {
        this.side = side;
        this.connector = connector;
        this.access = access;
        this.lines = lines;
    }

    /** The fields of each object type, as far as the system told them; the findings are noted. */
    Map<ObjectType, FieldCatalogue> look(Connection connection) {
        ResolvedAccess resolved = access.resolve(connection, side);
        for (ConnectionFault fault : resolved.faults()) {
            lines.add(
                    CheckLine.fault(
                            name() + " secrets",
                            (fault.key() + " " + fault.message()).strip(),
                            "put the value where it is looked for"));
        }
        if (!resolved.isComplete()) {
            return Map.of();
        }
        lines.add(CheckLine.ok(name() + " secrets", "all there"));
        AccessSettings settings =
                new AccessSettings(connection.name(), resolved.values(), REQUEST_LIMIT);
        try (ConnectedSystem system = connector.open(settings, RequestGate.OPEN)) {
            return look(connection, system, resolved);
        } catch (SettingsFault fault) {
            lines.add(
                    CheckLine.fault(
                            name() + " settings",
                            String.valueOf(fault.getMessage()),
                            "correct '" + fault.key() + "' in the connection's file"));
            return Map.of();
        }
    }

    private Map<ObjectType, FieldCatalogue> look(
            Connection connection, ConnectedSystem system, ResolvedAccess resolved) {
        switch (system.identify()) {
            case Answer.Failed<Identity> failed -> {
                failed(name() + " access", failed);
                return Map.of();
            }
            case Answer.Got<Identity>(Identity identity) ->
                    IdentityCheck.look(side, name(), identity, resolved.values(), lines);
        }
        Map<ObjectType, FieldCatalogue> catalogues = new EnumMap<>(ObjectType.class);
        for (ObjectType type : connection.objects().keySet()) {
            switch (system.catalogue(type)) {
                case Answer.Failed<FieldCatalogue> failed -> failed(name() + " fields", failed);
                case Answer.Got<FieldCatalogue>(FieldCatalogue catalogue) -> {
                    catalogues.put(type, catalogue);
                    lines.add(
                            CheckLine.ok(
                                    name() + " fields",
                                    "%d of %s"
                                            .formatted(
                                                    catalogue.fields().size(), catalogue.type())));
                }
            }
        }
        return catalogues;
    }

    private void failed(String subject, Answer.Failed<?> failed) {
        lines.add(
                CheckLine.fault(
                        subject,
                        failed.reason() + ": " + failed.words(),
                        Remedies.of(failed.reason(), side)));
    }

    private String name() {
        return connector.system().value();
    }
}

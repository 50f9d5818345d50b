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
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.Side;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at one side of a connection through its connector. */
final class SideCheck {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);
    private static final String SYNC_USER = "sync-user";

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
                            subject("secrets"),
                            (fault.key() + " " + fault.message()).strip(),
                            "put the value where it is looked for"));
        }
        if (!resolved.isComplete()) {
            return Map.of();
        }
        lines.add(CheckLine.ok(subject("secrets"), "all there"));
        Map<String, String> values = new HashMap<>(resolved.values());
        // The connector refuses a key of another user at once; here the rest is looked at too.
        String syncUser = values.remove(SYNC_USER);
        AccessSettings settings = new AccessSettings(connection.name(), values, REQUEST_LIMIT);
        CountedGate gate = new CountedGate();
        try (ConnectedSystem system = connector.open(settings, gate)) {
            Map<ObjectType, FieldCatalogue> catalogues = look(connection, system, values, syncUser);
            if (gate.wasAnswered()) {
                int allowed = connector.capabilities(settings).requestsPerSecond();
                lines.add(gate.line(system(), allowed));
            }
            return catalogues;
        } catch (SettingsFault fault) {
            lines.add(
                    CheckLine.fault(
                            subject("settings"),
                            String.valueOf(fault.getMessage()),
                            "correct '" + fault.key() + "' in the connection's file"));
            return Map.of();
        }
    }

    private Map<ObjectType, FieldCatalogue> look(
            Connection connection,
            ConnectedSystem system,
            Map<String, String> values,
            @Nullable String syncUser) {
        String url = values.getOrDefault("url", "its usual one");
        switch (system.identify()) {
            case Answer.Failed<Identity> failed -> {
                if (Remedies.hasAnswered(failed.reason())) {
                    lines.add(CheckLine.ok(subject("address"), url));
                }
                failed(failed);
                return Map.of();
            }
            case Answer.Got<Identity>(Identity identity) -> {
                lines.add(CheckLine.ok(subject("address"), url));
                lines.add(CheckLine.ok(subject("key"), "accepted, opens " + identity.name()));
                switch (side) {
                    case LIME -> user(connection, system, identity, syncUser);
                    case ERP -> company(connection, system, identity, values.get("company"));
                }
                lines.add(IdentityCheck.clock(system(), identity.clockSkew()));
            }
        }
        return catalogues(connection, system);
    }

    private void user(
            Connection connection,
            ConnectedSystem system,
            Identity identity,
            @Nullable String syncUser) {
        CheckLine told = IdentityCheck.user(system(), identity, syncUser);
        if (told != null) {
            lines.add(told);
        }
        connection
                .objects()
                .forEach(
                        (type, rules) -> {
                            Sample sample = Sample.ofLime(system, type);
                            read(type, sample);
                            LimeHabits habits = new LimeHabits(rules, sample.records());
                            if (told == null && syncUser != null) {
                                lines.add(habits.user(subject("user"), syncUser));
                            }
                            if (syncUser != null) {
                                lines.add(habits.trigger(subject("trigger"), syncUser));
                            }
                        });
    }

    private void company(
            Connection connection,
            ConnectedSystem system,
            Identity identity,
            @Nullable String wanted) {
        CheckLine company = IdentityCheck.company(system(), identity, wanted);
        lines.add(company);
        if (company.mark() != CheckLine.Mark.FAULT) {
            connection.objects().keySet().forEach(type -> read(type, Sample.ofErp(system, type)));
        }
    }

    private void read(ObjectType type, Sample sample) {
        Answer.Failed<?> failed = sample.failed();
        if (failed != null) {
            failed(failed);
        } else {
            lines.add(
                    CheckLine.ok(
                            subject("records"), connector.entityOf(type) + " records can be read"));
        }
    }

    private Map<ObjectType, FieldCatalogue> catalogues(
            Connection connection, ConnectedSystem system) {
        Map<ObjectType, FieldCatalogue> catalogues = new EnumMap<>(ObjectType.class);
        for (ObjectType type : connection.objects().keySet()) {
            switch (system.catalogue(type)) {
                case Answer.Failed<FieldCatalogue> failed -> failed(failed);
                case Answer.Got<FieldCatalogue>(FieldCatalogue catalogue) -> {
                    catalogues.put(type, catalogue);
                    lines.add(
                            CheckLine.ok(
                                    subject("fields"),
                                    "%d of %s"
                                            .formatted(
                                                    catalogue.fields().size(), catalogue.type())));
                }
            }
        }
        return catalogues;
    }

    private void failed(Answer.Failed<?> failed) {
        Reason reason = failed.reason();
        lines.add(
                CheckLine.fault(
                        subject(Remedies.subject(reason)),
                        failed.words(),
                        Remedies.of(reason, side)));
    }

    private String subject(String word) {
        return system() + " " + word;
    }

    private String system() {
        return connector.system().value();
    }
}

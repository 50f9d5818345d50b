package io.erpsync.sync.topology;

import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Brake;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Language;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.Polling;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of the connections, as a test would have them. */
final class BenchFiles {

    private final Directions acme;
    private final Map<ConnectionName, Mode> modes = new HashMap<>();
    private final Set<ConnectionName> known =
            new HashSet<>(Set.of(EngineBench.ACME, EngineBench.BIRCH));
    private Matching matching = Matching.REPORT;
    private Set<RecordReference> only = Set.of();
    private int looks = Integer.MAX_VALUE;

    BenchFiles(Directions acme) {
        this.acme = acme;
    }

    /** What the file of {@code name} says; null when there is no valid one. */
    @Nullable Connection of(ConnectionName name) {
        if (!known.contains(name) || looks == 0) {
            return null;
        }
        looks--;
        return connection(name, modes.getOrDefault(name, Mode.LIVE), acme);
    }

    /** There is no valid file for that connection from now on. */
    void isBroken(ConnectionName connection) {
        known.remove(connection);
    }

    void isMended(ConnectionName connection) {
        known.add(connection);
        looks = Integer.MAX_VALUE;
    }

    /** Every file is broken again once the engine has looked at one so many times. */
    void breakAfter(int more) {
        looks = more;
    }

    /** The connection's file says another mode, or one that cannot be read, which observes. */
    void say(ConnectionName connection, Mode mode) {
        modes.put(connection, mode);
    }

    /** What is done about a record that seems to be there already, in every connection. */
    void match(Matching next) {
        matching = next;
    }

    /** Every connection is a pilot with these records alone. */
    void pilot(RecordReference... records) {
        only = Set.of(records);
    }

    private Connection connection(ConnectionName name, Mode mode, Directions acme) {
        ObjectRules customers =
                new ObjectRules(
                        "company",
                        "customer",
                        "CustomerNumber",
                        MappingEntry.of("registrationno", "OrganisationNumber"),
                        MappingEntry.of("name", "Name"),
                        name.equals(EngineBench.BIRCH)
                                ? new Directions(Set.of(Side.values()), Set.of(Side.values()))
                                : acme,
                        Set.of("name", "phone"),
                        List.of(
                                MappingEntry.of("name", "Name"),
                                MappingEntry.of("phone", "Phone1")),
                        matching,
                        Side.LIME,
                        true,
                        true,
                        WhenDeleted.KEEP,
                        LimeProperties.DEFAULT,
                        Map.of(),
                        Map.of());
        return new Connection(
                name,
                mode,
                new Access(SystemName.LIME, Map.of()),
                new Access(EngineBench.FORTNOX, Map.of()),
                Polling.DEFAULT,
                Language.EN,
                Brake.DEFAULT,
                only,
                Map.of(ObjectType.CUSTOMER, customers),
                "v1-" + mode);
    }
}

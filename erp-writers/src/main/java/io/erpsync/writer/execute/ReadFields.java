package io.erpsync.writer.execute;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.ObjectType;
import io.erpsync.model.SystemName;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that a read must bring: all that the rules speak of, on the side of the target. */
public final class ReadFields {

    private ReadFields() {}

    /** None where the connection has no rules for the type. */
    public static Set<String> of(Connection connection, ObjectType type, SystemName target) {
        ObjectRules rules = connection.rules(type);
        if (rules == null) {
            return Set.of();
        }
        return target.equals(SystemName.LIME) ? inLime(rules) : inErp(rules);
    }

    private static Set<String> inLime(ObjectRules rules) {
        LimeProperties own = rules.lime();
        Stream<String> state =
                Stream.of(
                        own.number(),
                        own.status(),
                        own.errorText(),
                        own.firstSynced(),
                        own.lastSynced());
        return Stream.of(
                        entries(rules).map(MappingEntry::lime),
                        rules.propertiesSynced().stream(),
                        rules.whereLime().keySet().stream(),
                        state)
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> inErp(ObjectRules rules) {
        return Stream.of(
                        entries(rules).map(MappingEntry::erp),
                        rules.whereErp().keySet().stream(),
                        Stream.of(rules.erpNumber()))
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<MappingEntry> entries(ObjectRules rules) {
        return Stream.concat(
                rules.mapping().stream(), Stream.of(rules.registration(), rules.name()));
    }
}

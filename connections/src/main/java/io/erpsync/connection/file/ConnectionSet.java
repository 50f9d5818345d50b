package io.erpsync.connection.file;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.model.ConnectionName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All connections of a folder at one moment.
 *
 * @param connections those that can be worked with, by name; one whose file is broken now stands
 *     here with its last good rules
 * @param faults what a person must put right
 * @param warnings what is allowed and worth a second thought
 */
public record ConnectionSet(
        SortedMap<ConnectionName, Connection> connections,
        List<ConnectionFault> faults,
        List<ConnectionFault> warnings) {

    public static final ConnectionSet EMPTY = of(Map.of(), List.of(), List.of());

    public ConnectionSet {
        connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    static ConnectionSet of(
            Map<ConnectionName, Connection> connections,
            List<ConnectionFault> faults,
            List<ConnectionFault> warnings) {
        return new ConnectionSet(new TreeMap<>(connections), faults, warnings);
    }

    /** The connection of that name; null when there is none that can be worked with. */
    public @Nullable Connection connection(ConnectionName name) {
        return connections.get(name);
    }

    /** What is wrong with that connection. */
    public List<ConnectionFault> faults(ConnectionName name) {
        return faults.stream().filter(fault -> fault.connection().equals(name.value())).toList();
    }
}

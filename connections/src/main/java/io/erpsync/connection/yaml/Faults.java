package io.erpsync.connection.yaml;

import io.erpsync.connection.rules.ConnectionFault;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file while it is read. For one thread. */
public final class Faults {

    private final String file;
    private final List<ConnectionFault> found = new ArrayList<>();
    private final List<ConnectionFault> warnings = new ArrayList<>();
    private String connection;

    /** For a file whose connection is not known yet, so that it goes by the file's name. */
    public Faults(String file) {
        this.file = file;
        this.connection = file;
    }

    /** From here on, and for what was found before, this is the connection's name. */
    public void of(String name) {
        connection = name;
    }

    public void add(String key, String value, String message) {
        found.add(new ConnectionFault(connection, file, key, value, message));
    }

    public void warn(String key, String value, String message) {
        warnings.add(new ConnectionFault(connection, file, key, value, message));
    }

    public List<ConnectionFault> found() {
        return named(found);
    }

    public List<ConnectionFault> warnings() {
        return named(warnings);
    }

    /** Whether something is wrong at that key or below it. */
    public boolean touch(String key) {
        return found.stream()
                .map(ConnectionFault::key)
                .anyMatch(
                        at ->
                                at.equals(key)
                                        || at.startsWith(key + ".")
                                        || at.startsWith(key + "["));
    }

    private List<ConnectionFault> named(List<ConnectionFault> faults) {
        return faults.stream()
                .map(
                        fault ->
                                new ConnectionFault(
                                        connection,
                                        fault.file(),
                                        fault.key(),
                                        fault.value(),
                                        fault.message()))
                // A key may be asked for more than once.
                .distinct()
                .toList();
    }
}

package io.erpsync.connection.file;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.model.ConnectionName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of connection files, one connection each ({@code *.yml}); files whose names begin with a
 * dot are not looked at. Nothing that a file holds is ever thrown:
 *
 * <ul>
 *   <li>A file that is broken leaves its connection on its last good rules, with the fault shown;
 *       where the fault is in what may flow (the mode or a direction matrix) a live connection
 *       observes until that is mended.
 *   <li>A file that is removed removes its connection.
 *   <li>Two connections of one name, or with one ERP tenant, are both refused.
 *   <li>A folder that cannot be read changes nothing and is a fault.
 * </ul>
 *
 * Safe for many threads; {@link #snapshot} never blocks.
 */
public final class ConnectionFolder {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionFolder.class);

    private final Path folder;
    private SortedMap<Path, ConnectionFile> files = new TreeMap<>();
    private volatile ConnectionSet snapshot = ConnectionSet.EMPTY;

    private ConnectionFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder, read once. */
    public static ConnectionFolder open(Path folder) {
        ConnectionFolder opened = new ConnectionFolder(folder);
        opened.refresh();
        return opened;
    }

    /** The connections as they were read last. */
    public ConnectionSet snapshot() {
        return snapshot;
    }

    /**
     * Looks for changes and reads what changed; meant to be called at least once a minute. Answers
     * with the very object of before when nothing did.
     */
    public synchronized ConnectionSet refresh() {
        SortedMap<Path, ConnectionFile> current;
        try {
            current = read();
        } catch (IOException | DirectoryIteratorException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
        boolean same =
                current.keySet().equals(files.keySet())
                        && current.values().stream()
                                .noneMatch(file -> file.saysOtherThan(files.get(file.path())));
        boolean wasUnreadable = snapshot.faults().stream().anyMatch(this::ofTheFolder);
        files = current;
        if (!same || wasUnreadable) {
            publish(assembled());
        }
        return snapshot;
    }

    private SortedMap<Path, ConnectionFile> read() throws IOException {
        SortedMap<Path, ConnectionFile> current = new TreeMap<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, this::isConnection)) {
            for (Path path : listing) {
                ConnectionFile before = files.get(path);
                ConnectionFile file = before == null ? ConnectionFile.read(path) : before.again();
                if (file != null) {
                    current.put(path, file);
                }
            }
        }
        return current;
    }

    private boolean isConnection(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".")
                && (name.endsWith(".yml") || name.endsWith(".yaml"))
                && !Files.isDirectory(path);
    }

    private ConnectionSet assembled() {
        Refusals refusals = new Refusals(files.values());
        Map<ConnectionName, Connection> connections = new TreeMap<>();
        List<ConnectionFault> faults = new ArrayList<>(refusals.faults());
        List<ConnectionFault> warnings = new ArrayList<>();
        for (ConnectionFile file : files.values()) {
            Connection connection = file.connection();
            if (connection != null && refusals.spare(file)) {
                connections.put(connection.name(), connection);
            }
            faults.addAll(file.faults());
            warnings.addAll(file.warnings());
        }
        return ConnectionSet.of(connections, faults, warnings);
    }

    private ConnectionSet unreadable(String why) {
        List<ConnectionFault> faults = new ArrayList<>(snapshot.faults());
        faults.removeIf(this::ofTheFolder);
        faults.add(
                new ConnectionFault(
                        "(all)",
                        folder.toString(),
                        "",
                        "",
                        "the folder of connections cannot be read: " + why));
        if (!faults.equals(snapshot.faults())) {
            publish(new ConnectionSet(snapshot.connections(), faults, snapshot.warnings()));
        }
        return snapshot;
    }

    private boolean ofTheFolder(ConnectionFault fault) {
        return fault.file().equals(folder.toString());
    }

    private void publish(ConnectionSet next) {
        ConnectionSet before = snapshot;
        snapshot = next;
        for (ConnectionFault fault : next.faults()) {
            if (!before.faults().contains(fault)) {
                LOGGER.error(
                        "connection={} file={} reason=SETTINGS_FAULT {}",
                        fault.connection(),
                        fault.file(),
                        fault.sentence());
            }
        }
        next.connections()
                .forEach(
                        (name, connection) -> {
                            if (!Objects.equals(connection, before.connection(name))) {
                                LOGGER.info(
                                        "connection={} rulesVersion={} mode={} read",
                                        name,
                                        connection.rulesVersion(),
                                        connection.mode());
                            }
                        });
    }
}

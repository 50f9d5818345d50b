package io.erpsync.writer.config;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.rules.Connection;
import io.erpsync.model.ConnectionName;
import io.erpsync.writer.execute.Connections;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The folder of connections, looked at again every few seconds. */
final class ConnectionWatch implements Connections, AutoCloseable {

    private static final int SECONDS = 10;

    private final ConnectionFolder folder;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("connections").factory());

    ConnectionWatch(ConnectionFolder folder) {
        this.folder = folder;
        // Nothing that a file holds is thrown, so the schedule never ends by itself.
        var _ = timer.scheduleWithFixedDelay(folder::refresh, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable Connection find(ConnectionName name) {
        Connection known = folder.snapshot().connection(name);
        // A command comes from an engine that knows the connection: its file may be newer than our
        // last look.
        return known == null ? folder.refresh().connection(name) : known;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

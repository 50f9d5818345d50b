package io.erpsync.cli.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before its name or after it. */
public final class GlobalOptions {

    @Option(
            names = "--bootstrap-servers",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            defaultValue = "${env:ERPSYNC_BOOTSTRAP_SERVERS:-localhost:9092}",
            description = "The Kafka brokers; ERPSYNC_BOOTSTRAP_SERVERS, otherwise localhost:9092.")
    private String bootstrapServers = "localhost:9092";

    @Option(
            names = "--registry-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            defaultValue = "${env:ERPSYNC_REGISTRY_URL:-http://localhost:8088/apis/ccompat/v7}",
            description =
                    "The schema registry; ERPSYNC_REGISTRY_URL, otherwise"
                            + " http://localhost:8088/apis/ccompat/v7.")
    private String registryUrl = "http://localhost:8088/apis/ccompat/v7";

    @Option(
            names = "--connections-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            defaultValue = "${env:ERPSYNC_CONNECTIONS_DIR:-" + Option.NULL_VALUE + "}",
            description = "The folder of connection files; ERPSYNC_CONNECTIONS_DIR.")
    private @Nullable Path connectionsDir;

    @Option(
            names = "--secrets-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            defaultValue = "${env:ERPSYNC_SECRETS_DIR:-" + Option.NULL_VALUE + "}",
            description =
                    "The folder of secret files; ERPSYNC_SECRETS_DIR. Without it secrets come"
                            + " from the environment.")
    private @Nullable Path secretsDir;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON, for programs.")
    private boolean json;

    public String bootstrapServers() {
        return bootstrapServers;
    }

    boolean help() {
        return help;
    }

    /** May hold a password, so it is not printed. */
    public String registryUrl() {
        return registryUrl;
    }

    public @Nullable Path connectionsDir() {
        return connectionsDir;
    }

    public @Nullable Path secretsDir() {
        return secretsDir;
    }

    public boolean json() {
        return json;
    }
}

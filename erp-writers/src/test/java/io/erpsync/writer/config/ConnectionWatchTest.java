package io.erpsync.writer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.model.ConnectionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionWatchTest {

    private static final ConnectionName ACME = new ConnectionName("acme");

    @TempDir private Path folder;

    @Test
    void knowsAConnectionWhoseFileCameAMomentAgo() throws IOException {
        try (ConnectionWatch watch = new ConnectionWatch(ConnectionFolder.open(folder))) {
            assertThat(watch.find(ACME)).isNull();

            Files.writeString(
                    folder.resolve("acme.yml"),
                    """
                    connection: acme
                    mode: live
                    lime: { url: "http://127.0.0.1/lime/demo", api-key: "${LIME_KEY}" }
                    erp: { system: fortnox, tenant: "1", company: "556677-8899" }
                    objects:
                      customer: { directions: standard }
                    """);

            assertThat(watch.find(ACME)).isNotNull();
        }
    }
}

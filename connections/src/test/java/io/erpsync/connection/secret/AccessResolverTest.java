package io.erpsync.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connection.file.ConnectionParser;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.model.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessResolverTest {

    private static final Connection ACME =
            Objects.requireNonNull(
                    ConnectionParser.parse(
                                    "acme.yml",
                                    """
                                    connection: acme
                                    mode: live
                                    lime: { url: https://acme.example/acme, api-key: ${ACME_KEY} }
                                    erp: { system: fortnox, tenant: ${ACME_TENANT}, company: "55" }
                                    objects: { customer: { directions: standard } }
                                    """)
                            .connection());
    private static final Map<String, String> APP =
            Map.of("ERPSYNC_FORTNOX_CLIENT_ID", "id", "ERPSYNC_FORTNOX_CLIENT_SECRET", "hush");

    @TempDir Path folder;

    @Test
    void fillsInSecretsFromTheEnvironment() {
        ResolvedAccess access =
                resolver(null, Map.of("ACME_KEY", "k$1\\")).resolve(ACME, Side.LIME);

        assertThat(access.faults()).isEmpty();
        assertThat(access.values())
                .containsEntry("url", "https://acme.example/acme")
                .containsEntry("api-key", "k$1\\");
    }

    @Test
    void prefersTheSecretsFolderAndReadsItAnew() throws IOException {
        AccessResolver resolver = resolver(folder, Map.of("ACME_KEY", "old"));
        Files.writeString(folder.resolve("ACME_KEY"), "first\n");
        ResolvedAccess first = resolver.resolve(ACME, Side.LIME);

        Files.writeString(folder.resolve("ACME_KEY"), "second\n");
        ResolvedAccess second = resolver.resolve(ACME, Side.LIME);

        assertThat(first.values()).containsEntry("api-key", "first");
        assertThat(second.values()).containsEntry("api-key", "second");
        assertThat(second).isNotEqualTo(first).isEqualTo(resolver.resolve(ACME, Side.LIME));
    }

    @Test
    void namesConnectionKeyAndVariableOfAMissingSecret() {
        ResolvedAccess access = resolver(null, Map.of()).resolve(ACME, Side.LIME);

        assertThat(access.isComplete()).isFalse();
        assertThat(access.faults())
                .singleElement()
                .returns("acme", ConnectionFault::connection)
                .returns("lime.api-key", ConnectionFault::key)
                .extracting(ConnectionFault::message)
                .asString()
                .contains("${ACME_KEY}");
    }

    @Test
    void asksOnlyForTheSecretsOfTheSideInUse() {
        ResolvedAccess lime = resolver(null, Map.of("ACME_KEY", "k")).resolve(ACME, Side.LIME);
        ResolvedAccess erp = resolver(null, with("ACME_TENANT", "7")).resolve(ACME, Side.ERP);

        assertThat(lime.faults()).isEmpty();
        assertThat(erp.faults()).isEmpty();
    }

    @Test
    void addsTheCredentialsOfTheApp() {
        ResolvedAccess erp = resolver(null, with("ACME_TENANT", "7")).resolve(ACME, Side.ERP);

        assertThat(erp.values())
                .containsEntry("tenant", "7")
                .containsEntry("client-id", "id")
                .containsEntry("client-secret", "hush");
    }

    @Test
    void readsTheCredentialsOfTheAppFromItsFileToo() throws IOException {
        Files.writeString(
                folder.resolve("systems.yml"),
                "fortnox: { client-id: file-id, client-secret: ${APP_SECRET} }\n");
        AccessResolver resolver =
                resolver(
                        null,
                        Map.of(
                                "ACME_TENANT", "7",
                                "APP_SECRET", "hush",
                                "ERPSYNC_FORTNOX_CLIENT_ID", "env-id"));

        ResolvedAccess erp = resolver.resolve(ACME, Side.ERP);

        assertThat(erp.values())
                .containsEntry("client-id", "env-id")
                .containsEntry("client-secret", "hush");
    }

    @Test
    void saysWhereTheCredentialsOfTheAppMayStand() {
        ResolvedAccess erp = resolver(null, Map.of("ACME_TENANT", "7")).resolve(ACME, Side.ERP);

        assertThat(erp.faults())
                .extracting(ConnectionFault::key)
                .containsExactly("erp.client-id", "erp.client-secret");
        assertThat(erp.faults().getFirst().sentence())
                .contains("ERPSYNC_FORTNOX_CLIENT_ID", "systems.yml");
    }

    @Test
    void reportsASystemsFileThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("systems.yml"), "fortnox: { client-id: [\n");

        ResolvedAccess erp = resolver(null, with("ACME_TENANT", "7")).resolve(ACME, Side.ERP);

        assertThat(erp.faults()).singleElement().returns("systems.yml", ConnectionFault::file);
    }

    @Test
    void neverShowsAValue() {
        ResolvedAccess erp = resolver(null, with("ACME_TENANT", "7")).resolve(ACME, Side.ERP);

        assertThat(erp.toString()).contains("client-secret").doesNotContain("hush");
        assertThat(new Secrets(null, APP).toString()).doesNotContain("hush");
        assertThat(new AppCredentials(null, APP).toString()).doesNotContain("hush");
    }

    private static Map<String, String> with(String name, String value) {
        return Map.of(
                name,
                value,
                "ERPSYNC_FORTNOX_CLIENT_ID",
                "id",
                "ERPSYNC_FORTNOX_CLIENT_SECRET",
                "hush");
    }

    private AccessResolver resolver(@Nullable Path secrets, Map<String, String> environment) {
        return new AccessResolver(
                new Secrets(secrets, environment), new AppCredentials(folder, environment));
    }
}

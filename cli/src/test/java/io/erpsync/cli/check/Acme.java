package io.erpsync.cli.check;

import io.erpsync.cli.Terminal;
import io.erpsync.sandbox.Sandbox;
import io.erpsync.sandbox.config.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection named acme to a sandbox of its own: all is well with it until a test spoils it. */
final class Acme implements AutoCloseable {

    private static final String CONNECTION =
            """
            connection: acme
            mode: observe
            lime: { url: LIME, api-key: "${LIME_KEY}", sync-user: 2701 }
            erp: { system: fortnox, url: FORTNOX, auth-url: FORTNOX, tenant: "1", company: "556677-8899" }
            objects:
              customer:
                directions: standard
                properties-synced: [name, phone]
                mapping:
                  - { lime: pricelist_text, erp: PriceList }
            """;

    private final Path folder;
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.standard().withRates(100));
    private final HttpClient http = HttpClient.newHttpClient();
    private String text = CONNECTION;

    private Acme(Path folder) {
        this.folder = folder;
    }

    static Acme in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("connections"));
        Files.createDirectories(folder.resolve("secrets"));
        Acme acme = new Acme(folder);
        acme.secret("LIME_KEY", "sync");
        acme.secret("systems.yml", "fortnox: { client-id: demo, client-secret: demo }\n");
        acme.connection("", "");
        return acme;
    }

    Terminal terminal() {
        return new Terminal(
                "--connections-dir",
                folder.resolve("connections").toString(),
                "--secrets-dir",
                folder.resolve("secrets").toString());
    }

    String baseUrl() {
        return sandbox.baseUrl();
    }

    /** Puts {@code other} for {@code what} in the connection's file. */
    void connection(String what, String other) throws IOException {
        text = text.replace(what, other);
        Files.writeString(
                folder.resolve("connections/acme.yml"),
                text.replace("url: FRESH", "url: " + baseUrl() + "/lime/fresh")
                        .replace("url: LIME", "url: " + baseUrl() + "/lime/demo")
                        .replace("url: FORTNOX", "url: " + baseUrl() + "/fortnox"));
    }

    void secret(String name, String value) throws IOException {
        Files.writeString(folder.resolve("secrets").resolve(name), value);
    }

    /** A company as the sync leaves it, written by that user; its id. */
    String synced(String number, long user) throws IOException {
        String record =
                """
                [{"name": "Company %1$s", "erp_id": "%1$s", "erp_status": "synced",
                  "erp_lastsynced": "2026-03-01T10:00:00+01:00", "_updateduser": %2$d,
                  "_timestamp": "2026-03-01T10:00:01+01:00"}]"""
                        .formatted(number, user);
        return post("/sandbox/lime/demo/seed?type=company", record).path("ids").path(0).asString();
    }

    void editAsUser(String id, String body) throws IOException {
        send("PUT", "/lime/demo/api/v1/limeobject/company/" + id + "/", body);
    }

    /** The same company in Fortnox, whose app has those scopes. */
    void company(String scopes) throws IOException {
        post(
                "/sandbox/fortnox/1",
                """
                {"clientId": "demo", "clientSecret": "demo", "companyName": "Acme AB",
                 "organisationNumber": "556677-8899", "scopes": %s}"""
                        .formatted(scopes));
    }

    /** How many writes there have been on either side. */
    int writes() throws IOException {
        return send("GET", "/ledger", "").size();
    }

    JsonNode post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, String body) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(baseUrl() + path))
                        .header("Content-Type", "application/json")
                        .header("x-api-key", "demo")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(path + " " + answer.statusCode() + ": " + answer.body());
            }
            return new JsonMapper().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}

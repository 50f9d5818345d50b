package io.erpsync.writer;

import io.erpsync.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Companies in the sandbox's Fortnox, one for each test, and what happened to them. */
final class SandboxClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sandbox sandbox = Sandbox.start();
    private final HttpClient http = HttpClient.newHttpClient();

    /** An empty company and a connection file for it. */
    void company(String name, String directions, Path connections) {
        send(
                "POST",
                "/sandbox/fortnox/" + name,
                """
                {"clientId": "demo", "clientSecret": "demo", "organisationNumber": "556677-8899"}
                """);
        String file =
                """
                connection: %s
                mode: live
                lime: { url: %s/lime/demo, api-key: ${LIME_KEY} }
                erp:
                  system: fortnox
                  tenant: "%s"
                  company: "556677-8899"
                  url: %s/fortnox
                  auth-url: %s/fortnox
                objects:
                  customer: { directions: %s }
                """
                        .formatted(
                                name,
                                sandbox.baseUrl(),
                                name,
                                sandbox.baseUrl(),
                                sandbox.baseUrl(),
                                directions);
        try {
            Files.writeString(connections.resolve(name + ".yml"), file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return sandbox.baseUrl();
    }

    void fault(String json) {
        send("POST", "/sandbox/faults", json);
    }

    /** The link ids that customers were created with, in order. */
    List<String> created(String company) {
        List<String> keys = new ArrayList<>();
        for (JsonNode entry :
                send("GET", "/ledger?system=fortnox&operation=create&tenant=" + company, "")) {
            keys.add(entry.path("fields").path("ExternalReference").asString("?"));
        }
        return keys;
    }

    /** How many requests of all callers Fortnox refused as too many. */
    int refusedRequests() {
        int refused = 0;
        for (JsonNode caller : send("GET", "/sandbox/traffic/fortnox", "").path("callers")) {
            refused += caller.path("refused").asInt();
        }
        return refused;
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(path + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}

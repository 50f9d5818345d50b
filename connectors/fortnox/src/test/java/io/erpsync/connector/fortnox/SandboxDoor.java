package io.erpsync.connector.fortnox;

import io.erpsync.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own interface, and Fortnox's as a user of that company would have it. */
final class SandboxDoor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sandbox sandbox = Sandbox.start();
    private final HttpClient client = HttpClient.newHttpClient();

    SandboxDoor() {
        // The contract is about one request at a time; the limit has tests of its own.
        send("POST", "/sandbox/traffic/fortnox", "{\"requests\":1000000}");
    }

    String url() {
        return sandbox.baseUrl() + "/fortnox";
    }

    /** Sends to the sandbox itself. */
    JsonNode send(String method, String path, String body) {
        return exchange(HttpRequest.newBuilder(), method, path, body);
    }

    /** Sends to the company, with a token of its own. */
    JsonNode asUser(String method, String path) {
        String basic =
                Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
        JsonNode token =
                exchange(
                        HttpRequest.newBuilder()
                                .header("Authorization", "Basic " + basic)
                                .header("TenantId", "1")
                                .header("Content-Type", "application/x-www-form-urlencoded"),
                        "POST",
                        "/fortnox/oauth-v1/token",
                        "grant_type=client_credentials");
        return exchange(
                HttpRequest.newBuilder()
                        .header("Accept", "application/json")
                        .header(
                                "Authorization",
                                "Bearer " + token.path("access_token").asString("")),
                method,
                "/fortnox/3/" + path,
                "");
    }

    private JsonNode exchange(
            HttpRequest.Builder request, String method, String path, String body) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request.uri(URI.create(sandbox.baseUrl() + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + ": " + response.statusCode() + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
